import type { PlatformType } from '../app.ts';
import { platformTypes } from '../app.ts';

/** Where the new-app link leads; the second host is the console's newer name. */
export const linkHosts = ['developer.ringcentral.com', 'developers.ringcentral.com'] as const;
export const linkPath = '/new-app';

export const mostDescriptionCharacters = 256;

/**
 * Each parameter of the link and the spellings in which RingCentral's own links carry it. The first
 * is the one to write.
 *
 * @see RingCentral developer guide, New-app link, and the links in the guide's history
 */
export const spellings = {
  name: ['name'],
  desc: ['desc'],
  public: ['public'],
  type: ['type'],
  grantType: ['grantType', 'grant-type'],
  permissions: ['permissions', 'permission'],
  redirectUri: ['redirectUri'],
  carriers: ['carriers'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type LinkParameter = keyof typeof spellings;

/** Values of `grantType` and of `type` that mean the JWT flow, in lower case. */
const jwtNames: ReadonlySet<string> = new Set(['personaljwt', 'jwt']);

export function meansJwt(value: string | undefined): boolean {
  return value !== undefined && jwtNames.has(value.toLowerCase());
}

/** A platform type by its value in a link; capitals do not count, because people retype links. */
export function platformTypeNamed(value: string): PlatformType | undefined {
  return platformTypes.find((type) => type.toLowerCase() === value.toLowerCase());
}

/** Names of scopes in old links, and what they are called now. */
export const renamedScopes: ReadonlyMap<string, string> = new Map([
  ['WebSocketsSubscriptions', 'WebSocket'],
]);
