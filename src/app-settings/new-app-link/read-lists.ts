import type { PlatformType } from '../app.ts';
import { redirectUriProblem } from '../redirect-uri.ts';
import { mostRedirectUris } from '../schema.ts';
import { isScope } from '../scopes.ts';
import { renamedScopes } from './parameters.ts';
import { type LinkNotes, shorten } from './take-parameters.ts';

function items(list: string | undefined): string[] {
  const found = (list ?? '').split(',').map((item) => item.trim());
  return [...new Set(found.filter((item) => item !== ''))];
}

/** The redirect URIs that may be registered; a duplicate is dropped, as the portal drops it. */
export function readRedirectUris(
  { values, unread }: LinkNotes,
  platformType: PlatformType | undefined,
): string[] {
  const good: string[] = [];
  for (const uri of items(values.get('redirectUri'))) {
    const reason =
      redirectUriProblem(uri, platformType) ??
      (good.length >= mostRedirectUris
        ? `An app may register ${mostRedirectUris} redirect URIs at most.`
        : undefined);
    if (reason === undefined) good.push(uri);
    else unread.push({ parameter: 'redirectUri', value: shorten(uri), reason });
  }
  return good;
}

/** The scopes that RingCentral has; a renamed one under its name of today. */
export function readScopes({ values, unread }: LinkNotes): string[] {
  const good = new Set<string>();
  for (const sent of items(values.get('permissions'))) {
    const name = renamedScopes.get(sent) ?? sent;
    if (isScope(name)) good.add(name);
    else {
      unread.push({
        parameter: 'permissions',
        value: shorten(sent),
        reason: 'RingCentral has no app scope of this name.',
      });
    }
  }
  return [...good];
}
