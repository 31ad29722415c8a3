/** Where in a flow an answer stands. */
export const places = ['token', 'revoke', 'api', 'redirect', 'metadata', 'keys'] as const;
export type Place = (typeof places)[number];

/** The place of a path, as the routes have it. */
export function placeOf(path: string): Place {
  const [, after] = path.split('/oauth/');
  if (after === undefined) return path.startsWith('/.well-known/') ? 'metadata' : 'api';
  if (after === 'token' || after === 'revoke') return after;
  return after === 'jwks' ? 'keys' : 'redirect';
}
