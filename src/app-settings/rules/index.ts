import type { RuleId } from './ids.ts';
import { implicitGone } from './m1-implicit-gone.ts';
import { implicitNotOffered } from './m2-implicit-not-offered.ts';
import { implicitBrowserOnly } from './m3-implicit-browser-only.ts';
import { implicitSourcesDisagree } from './m4-implicit-sources-disagree.ts';
import { threeLeggedNotChosen } from './m5-three-legged-not-chosen.ts';
import { passwordNotChosen } from './m6-password-not-chosen.ts';
import { jwtNotChosen } from './m7-jwt-not-chosen.ts';
import { refreshUnreachable } from './m8-refresh-unreachable.ts';
import type { Rule } from './rule.ts';
import { publicNoPassword } from './x1-public-no-password.ts';
import { singleSignOn } from './x10-single-sign-on.ts';
import { secondFactor } from './x11-second-factor.ts';
import { passwordEnded } from './x12-password-ended.ts';
import { pkceExpected } from './x13-pkce-expected.ts';
import { sameAccount } from './x16-same-account.ts';
import { jwtNamesTheApp } from './x18-jwt-names-the-app.ts';
import { webNoPassword } from './x2-web-no-password.ts';
import { partnersOnly } from './x20-partners-only.ts';
import { redirectUriNeeded } from './x21-redirect-uri-needed.ts';
import { brandHost } from './x22-brand-host.ts';
import { thirdPartyAppsAccess } from './x23-third-party-apps-access.ts';
import { bots } from './x24-bots.ts';
import { jwtIsNewer } from './x26-jwt-is-newer.ts';
import { noInterfaceNoRedirect } from './x3-no-interface-no-redirect.ts';
import { noRefresh } from './x7-no-refresh.ts';
import { refreshSwitchedOff } from './x8-refresh-switched-off.ts';

/**
 * Every rule that decides a flow, in the order in which they are asked: the first refusal names the
 * error. Rules about the account come after those about the app, because the server knows the app
 * before it knows who signs in.
 */
export const rules: readonly Rule[] = [
  partnersOnly,
  implicitGone,
  implicitNotOffered,
  implicitBrowserOnly,
  implicitSourcesDisagree,
  passwordEnded,
  publicNoPassword,
  webNoPassword,
  noInterfaceNoRedirect,
  threeLeggedNotChosen,
  passwordNotChosen,
  jwtNotChosen,
  jwtIsNewer,
  pkceExpected,
  redirectUriNeeded,
  refreshSwitchedOff,
  noRefresh,
  refreshUnreachable,
  singleSignOn,
  secondFactor,
  sameAccount,
  jwtNamesTheApp,
  thirdPartyAppsAccess,
  brandHost,
  bots,
];

const byId = new Map<RuleId, Rule>(rules.map((rule) => [rule.id, rule]));

/** The rule behind an id that a verdict gives. */
export function ruleOf(id: RuleId): Rule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`The list holds no rule ${id}`);
  return rule;
}
