import { describe, expect, it } from 'vitest';
import type { Exchange } from '#protocol/exchange.ts';
import { awaitedAfter, milestones } from './progress.ts';

const origin = 'http://localhost:4321';
const callback = 'http://localhost:5000/callback';

/** A request that the sandbox saw of a program and its reader's browser. */
function seen(
  method: string,
  path: string,
  status: number,
  more: Partial<Exchange> = {},
): Exchange {
  return {
    id: `${method} ${path} ${status}`,
    from: path.includes('/authorize') ? 'browser' : 'app',
    to: 'authorization-server',
    startedAt: 0,
    request: { method, url: origin + path, headers: [] },
    response: { status, headers: [] },
    ...more,
  };
}

const redirect = (query: string) => ({
  response: { status: 302, headers: [['location', `${callback}?${query}`] as [string, string]] },
});

const asks = seen('GET', '/restapi/oauth/authorize?response_type=code&client_id=a', 200);
const signsIn = (status: number) => seen('POST', '/restapi/oauth/authorize/sign-in', status);
const allows = seen('POST', '/restapi/oauth/authorize/consent', 302, redirect('code=c&state=s'));
const trades = seen('POST', '/restapi/oauth/token', 200, {
  request: {
    method: 'POST',
    url: `${origin}/restapi/oauth/token`,
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: 'grant_type=authorization_code&code=c',
  },
  response: { status: 200, headers: [], body: '{"access_token":"a","token_type":"bearer"}' },
});

/** A program that has signed somebody in before. */
const before = [asks, signsIn(303), allows, trades];

const hint = (...more: Exchange[]) => awaitedAfter([...before, ...more], milestones);

describe('what is waited for after a sign-in that failed', () => {
  it('is the sign-in, whatever was seen before', () => {
    expect(hint()?.milestone).toBe('api');
    expect(hint(asks)?.request).toBe('POST /restapi/oauth/authorize/sign-in');
    expect(hint(asks, signsIn(400))).toEqual({
      milestone: 'sign-in',
      request: 'POST /restapi/oauth/authorize/sign-in',
      words: 'The user is not signed in: the page asks once more',
    });
    expect(hint(asks, signsIn(400), signsIn(303))?.words).toBe('Waiting for your consent');
  });

  it('is a new authorization request where the consent or the request was refused', () => {
    const denies = seen(
      'POST',
      '/restapi/oauth/authorize/consent',
      302,
      redirect('error=access_denied&state=s'),
    );
    const wrong = seen('GET', '/restapi/oauth/authorize?response_type=code&client_id=b', 400);
    for (const last of [denies, wrong]) {
      expect(hint(asks, last)).toMatchObject({
        milestone: 'sign-in',
        request: 'GET /restapi/oauth/authorize',
      });
    }
    expect(hint(asks, denies, ...before)?.milestone).toBe('api');
  });
});
