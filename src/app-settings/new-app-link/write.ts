import type { AppSettings } from '../app.ts';
import { byHand, type ByHand } from './by-hand.ts';
import { linkHosts, linkPath, spellings } from './parameters.ts';

export interface NewAppLink {
  href: string;
  /** What no parameter of the link sets; empty where it sets all. */
  byHand: ByHand[];
}

/** The portal asks for 20 characters at least. */
const anyDescription = 'An app that calls the RingCentral API.';

/**
 * The link that opens RingCentral's form for a new app with these settings filled in.
 *
 * @param settings Settings of either portal; a JWT app is named by `grantType=PersonalJWT`.
 * @param description What the app is for; the portal asks for 20 characters and takes 256.
 * @returns The link, and what to set by hand once the form is open.
 * @see RingCentral developer guide, New-app link
 */
export function newAppLink(settings: AppSettings, description = anyDescription): NewAppLink {
  const jwtOnly = settings.methods?.join() === 'jwt';
  const redirectUris = settings.redirectUris.filter(fitsInList);
  const parameters: [string, string][] = [
    [spellings.name[0], settings.name],
    [spellings.desc[0], description],
    [spellings.public[0], String(settings.audience === 'public')],
    [spellings.type[0], settings.platformType ?? 'ServerOther'],
  ];
  if (jwtOnly) parameters.push([spellings.grantType[0], 'PersonalJWT']);
  if (settings.scopes.length > 0) {
    parameters.push([spellings.permissions[0], settings.scopes.join(',')]);
  }
  if (redirectUris.length > 0) parameters.push([spellings.redirectUri[0], redirectUris.join(',')]);
  const query = parameters.map(([name, value]) => `${name}=${encode(value)}`).join('&');
  return { href: `https://${linkHosts[0]}${linkPath}?${query}`, byHand: byHand(settings) };
}

/** Brackets and quotes too: people paste links into Markdown and HTML, which end an address at them. */
function encode(value: string): string {
  return encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The list is separated by commas, so a URI that holds one would come out as two. */
function fitsInList(uri: string): boolean {
  return !uri.includes(',');
}
