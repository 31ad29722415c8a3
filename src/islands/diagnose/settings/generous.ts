import { exampleRedirectUri } from '#app-settings/changes.ts';
import { scopes } from '#app-settings/scopes.ts';
import type { Shown } from '#diagnosis/hide/shown.ts';
import { type Draft, emptyDraft } from '#islands/app-form/draft.ts';

/** The redirect URIs that a paste shows as sent. */
function sentUris({ pieces }: Shown): string[] {
  const uris = pieces.flatMap(({ exchange }) => {
    const [, query = ''] = exchange?.request.url.split(/[?#](.*)/s) ?? [];
    const uri = new URLSearchParams(query).get('redirect_uri');
    return uri ? [uri] : [];
  });
  return [...new Set(uris)];
}

/**
 * An app of which nothing is known: whatever was not chosen is as good as it can be, so that no
 * verdict rests on it. The redirect URIs are those that the paste sends.
 */
export function generousDraft(shown: Shown | undefined): Draft {
  const uris = shown ? sentUris(shown) : [];
  return {
    ...emptyDraft,
    issueRefreshTokens: true,
    redirectUris: uris.length > 0 ? uris : [exampleRedirectUri],
    scopes: scopes.map(({ name }) => name),
  };
}
