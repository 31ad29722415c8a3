/**
 * Presses the first button of the sign-in and of the consent page, as a browser would.
 *
 * @returns the redirect's address, which nobody follows
 */
export async function pressThrough(authorizeUrl: string): Promise<string> {
  const { origin } = new URL(authorizeUrl);
  const fields = { user: '+18335550100*101', password: 'sandbox-password', allow: '1' };
  let response = await fetch(authorizeUrl);
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  for (const form of ['sign-in', 'consent']) {
    const transaction = /name="transaction" value="([^"]+)"/.exec(await response.text())?.[1] ?? '';
    response = await fetch(`${origin}/restapi/oauth/authorize/${form}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: new URLSearchParams({ transaction, ...fields }),
    });
    const next = response.headers.get('location');
    if (next?.startsWith('/')) response = await fetch(`${origin}${next}`, { headers: { cookie } });
  }
  return response.headers.get('location') ?? '';
}
