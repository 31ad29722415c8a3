import type { AppSettings, FlowId } from '#app-settings/app.ts';
import { availability } from '#app-settings/availability.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import type { RuleId } from '#app-settings/rules/ids.ts';
import { ruleOf } from '#app-settings/rules/index.ts';
import { smallestChange } from '#app-settings/smallest-change.ts';
import { formOf, grantOf } from '#protocol/exchange-parts.ts';
import type { Case } from '../case.ts';
import type { Draft } from '../finding.ts';

const byGrant: Readonly<Record<string, FlowId>> = {
  password: 'password',
  refresh_token: 'refresh-token',
  'urn:ietf:params:oauth:grant-type:jwt-bearer': 'jwt',
  client_credentials: 'client-credentials',
};

/** The flow that a request asks for, as the rule book names it. */
export function askedFlow({ exchange, authorized }: Case): FlowId | undefined {
  const grant = grantOf(exchange);
  if (grant === 'authorization_code') {
    return formOf(exchange).has('code_verifier') ? 'auth-code-pkce' : 'auth-code';
  }
  if (grant !== undefined) return byGrant[grant];
  if (authorized.get('response_type') === 'token') return 'implicit';
  if (authorized.size === 0) return undefined;
  return authorized.has('code_challenge') ? 'auth-code-pkce' : 'auth-code';
}

/**
 * What forbids a flow to an app: the first rule of the settings that refuses it, with what would
 * change it. The rule book decides by the settings alone.
 */
export function forbiddenBy(
  ofApp: AppSettings,
  flow: FlowId,
):
  | (Pick<Draft, 'title' | 'why' | 'fix' | 'sources'> & { id: RuleId; changes: string[] })
  | undefined {
  const judged = availability(ofApp);
  if (judged[flow].bySettings !== 'refused') return undefined;
  const book = judged[flow].reasons.map(ruleOf);
  const rule = book.find(
    ({ part, applies }) =>
      part === 'settings' &&
      applies(ofApp, {}, flow, (other) => judged[other].bySettings) === 'refused',
  );
  if (!rule) return undefined;
  const change = smallestChange(ofApp, flow);
  const today = book.find(({ part }) => part === 'today');
  const isOver = today !== undefined && (flow === 'password' || flow === 'implicit');
  const changes = isOver ? [] : (change?.changes ?? []);
  const guide = {
    label: 'Move off the password flow',
    href: '/guides/move-off-the-password-flow/',
  };
  return {
    id: rule.id,
    title:
      rule.id === 'X8'
        ? `“Issue refresh tokens” is off in this app (${rule.id})`
        : `The settings of this app do not allow ${flowNames[flow]} (${rule.id})`,
    why: rule.words,
    fix: isOver
      ? `No setting brings it back at RingCentral. ${today.words}`
      : changes.length > 0
        ? changes.join(' ')
        : 'No setting of this app changes it: use a flow that the app has.',
    sources: [...(flow === 'password' ? [guide] : []), ...rule.source],
    changes,
  };
}
