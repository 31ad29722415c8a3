import type { Audience } from '../app.ts';
import { mostNameCharacters } from './parameters.ts';
import { type LinkNotes, shorten } from './take-parameters.ts';

const anyName = 'My app';

/** The app's name; the portal takes 64 characters, so no more are kept. */
export function readName({ values, unread, assumed }: LinkNotes): string {
  const name = values.get('name');
  if (name === undefined) {
    assumed.push(`Name: ${anyName}.`);
    return anyName;
  }
  if (name.length <= mostNameCharacters) return name;
  unread.push({
    parameter: 'name',
    value: shorten(name),
    reason: `A name has ${mostNameCharacters} characters at most; the rest was left out.`,
  });
  const kept = name.slice(0, mostNameCharacters).trim();
  return kept === '' ? anyName : kept;
}

/** Who the app is for; without `public` the form asks, and private is what every known link says. */
export function readAudience({ values, unread, assumed }: LinkNotes): Audience {
  const sent = values.get('public');
  const value = sent?.trim().toLowerCase();
  if (value === 'true') return 'public';
  if (value === 'false') return 'private';
  if (sent !== undefined) {
    unread.push({ parameter: 'public', value: shorten(sent), reason: 'It is true or false.' });
  }
  assumed.push('Audience: private.');
  return 'private';
}
