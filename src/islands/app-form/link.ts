import type { AppSettings, FlowId } from '#app-settings/app.ts';
import type { AccountFacts } from '#app-settings/facts.ts';
import { anyName, asksForRedirect, type Draft, draftOf, emptyDraft } from './draft.ts';

/** Written as `v`; a page that reads a higher one says that it cannot. */
export const linkVersion = 1;

/** The account facts that are yes or no, under their names in a link. */
export const factNames = {
  sso: 'ssoEnforced',
  mfa: 'mfaRequired',
  apps: 'thirdPartyAppsAccess',
  others: 'otherCompanies',
} as const satisfies Record<string, keyof AccountFacts>;

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** The form as the fragment of a link to the checker, without the `#`. It holds no secret: settings have none. */
export function writeFragment(draft: Draft): string {
  const { page, platformType, methods, facts } = draft;
  const parameters = new URLSearchParams({
    v: String(linkVersion),
    page,
    audience: draft.audience,
  });
  if (page === 'current') parameters.set('methods', methods.join(','));
  if (page !== 'current' || methods.includes('three-legged')) {
    parameters.set('type', platformType);
  }
  if (page === 'classic') parameters.set('refresh', yesNo(draft.classicRefresh));
  if (page === 'classic' && draft.look !== emptyDraft.look) parameters.set('look', draft.look);
  if (page === 'current') parameters.set('refresh', yesNo(draft.issueRefreshTokens));
  if (asksForRedirect(draft)) {
    for (const uri of draft.redirectUris.filter(Boolean)) parameters.append('uri', uri);
  }
  if (draft.scopes.length > 0) parameters.set('scopes', draft.scopes.join(','));
  const name = draft.name.trim();
  if (name !== '' && name !== anyName) parameters.set('name', name);
  for (const [key, fact] of Object.entries(factNames)) {
    const value = facts[fact];
    if (value !== undefined) parameters.set(key, yesNo(value));
  }
  if (facts.brandEnvironment) parameters.set('brand', facts.brandEnvironment);
  return parameters.toString();
}

/**
 * The checker, opened on these settings and accounts.
 *
 * @param beside.open the flow whose row is open
 */
export function checkerLink(
  settings: AppSettings,
  { facts = {}, open }: { facts?: AccountFacts; open?: FlowId } = {},
): string {
  const fragment = writeFragment({ ...draftOf(settings), facts });
  return `/checker/#${fragment}${open ? `&open=${open}` : ''}`;
}
