import type { AppSettings, Portal } from '../app.ts';
import { findLink, takeParameters, type Unread } from './link-parameters.ts';
import { mostDescriptionCharacters } from './parameters.ts';
import { readSettings } from './read-settings.ts';

export type { Unread } from './link-parameters.ts';

/** What a new-app link says. */
export type ReadLink =
  | {
      kind: 'read';
      /** Always settings that a portal could have produced. */
      settings: AppSettings;
      description?: string;
      /** What stood in the link and could not be used. */
      unread: Unread[];
      /** What the link does not say, and what was taken in its place. */
      assumed: string[];
    }
  | { kind: 'refused'; reason: string };

/**
 * Reads the settings out of a new-app link, in every spelling that RingCentral's own links have.
 * Nothing is fetched from it.
 *
 * @param text As it was pasted: the address alone, without its scheme, or with markup around it.
 * @param portal Whose settings to make of it, because the link itself does not say; left out, the
 *   current portal, which is what opens today, unless it does not offer the type.
 * @see RingCentral developer guide, New-app link
 */
export function readNewAppLink(text: string, portal?: Portal): ReadLink {
  const found = findLink(text);
  if (found.kind === 'refused') return found;
  const { values, unread } = takeParameters(found.query);
  const assumed: string[] = [];
  const settings = readSettings({ values, unread, assumed }, portal);
  assumed.push(
    settings.portal === 'current'
      ? 'Issue refresh tokens: No. The link cannot say it, and the portal starts with it off.'
      : 'Issue refresh tokens: Yes. The link cannot say it, and the platform type gives it.',
  );
  const carriers = values.get('carriers');
  if (carriers !== undefined) {
    unread.push({
      parameter: 'carriers',
      value: carriers,
      reason: 'Brands decide who may install a public app, and no flow: set them at RingCentral.',
    });
  }
  const description = values.get('desc')?.slice(0, mostDescriptionCharacters);
  return {
    kind: 'read',
    settings,
    ...(description !== undefined && { description }),
    unread,
    assumed,
  };
}
