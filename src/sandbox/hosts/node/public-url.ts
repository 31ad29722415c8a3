export type PublicUrlResult =
  { kind: 'none' } | { kind: 'origin'; origin: string } | { kind: 'problem'; line: string };

/** Reads `PUBLIC_URL`: the origin that everybody reaches the site at; empty is none. */
export function readPublicUrl(text: string | undefined): PublicUrlResult {
  if (text === undefined || text.trim() === '') return { kind: 'none' };
  const problem = (why: string): PublicUrlResult => ({
    kind: 'problem',
    line: `PUBLIC_URL is "${text}". ${why} Write it as https://docs.example.test.`,
  });
  if (!URL.canParse(text.trim())) return problem('This is not an address.');
  const { protocol, origin, pathname, search, hash, username } = new URL(text.trim());
  if (protocol !== 'https:' && protocol !== 'http:')
    return problem('It has to begin with https://.');
  if (username !== '') return problem('It must not have a user name.');
  // The site stands at the root: its links, its worker and the API's paths begin there.
  if (pathname !== '/' || search !== '' || hash !== '')
    return problem('It has to end with the host.');
  return { kind: 'origin', origin };
}
