import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCaseLink } from '#diagnosis/report/case-link.ts';
import { authCode } from '#flows/auth-code.ts';
import { authCodePkce } from '#flows/auth-code-pkce.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { createDesk } from '../model/desk.ts';
import { createPlayground } from '../model/playground.ts';
import { RealTab } from '../model/testing/real-tab.ts';
import { settle } from '../model/testing/walk.ts';
import { leave } from './leave.ts';
import { createReplay } from './replay-model.ts';

const host = 'https://platform.ringcentral.com';
const clientId = 'AZwEVwGEcfGet2PCouA7K6';
const secret = 'Qx7-secret-of-a-test-not-a-secret';
const basic = btoa(`${clientId}:${secret}`);
const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ0ZXN0In0.bm90LWEtc2VjcmV0';
const code = 'U0pDMTFQMDFQQVMwMXxBQUF-not-a-secret';
const verifier = 'verifier-of-a-test-not-a-secret-0123456789ab';
const access = 'U1BCMDFUMDRKV1MwMXxz-access-not-a-secret';
const refresh = 'U1BCMDFUMDRKV1MwMXxz-refresh-not-a-secret';
const secrets = { secret, basic, jwt, code, verifier, access, refresh };

let number = 0;
function sent(step: string, path: string, request: Partial<Exchange['request']>): Exchange {
  number += 1;
  return {
    id: String(number),
    from: 'app',
    to: 'authorization-server',
    plays: 'server',
    server: { kind: 'ringcentral', origin: host },
    flow: 'auth-code',
    step,
    clientId,
    startedAt: 1_795_000_000_000 + number,
    request: { method: 'POST', url: host + path, headers: [], ...request },
    response: {
      status: 200,
      headers: [['content-type', 'application/json']],
      body: JSON.stringify({ access_token: access, token_type: 'bearer', refresh_token: refresh }),
    },
  };
}
const form = 'application/x-www-form-urlencoded';
const asApp: [string, string][] = [
  ['Authorization', `Basic ${basic}`],
  ['Content-Type', form],
];
const back = 'http://127.0.0.1:4500/callback/';
const exchanges: Exchange[] = [
  {
    ...sent('authorize', '/restapi/oauth/authorize', {
      method: 'GET',
      url: `${host}/restapi/oauth/authorize?response_type=code&client_id=${clientId}&redirect_uri=${encodeURIComponent(back)}&state=abc`,
    }),
    response: { status: 302, headers: [['location', `${back}?code=${code}&state=abc`]] },
  },
  sent('token', '/restapi/oauth/token', {
    headers: asApp,
    body: `grant_type=authorization_code&code=${code}&redirect_uri=${encodeURIComponent(back)}&code_verifier=${verifier}`,
  }),
  sent('token', '/restapi/oauth/token', {
    headers: asApp,
    body: `grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=${jwt}`,
  }),
  sent('api', '/restapi/v1.0/account/~/extension/~', {
    method: 'GET',
    headers: [['Authorization', `Bearer ${access}`]],
  }),
  sent('refresh', '/restapi/oauth/token', {
    headers: asApp,
    body: `grant_type=refresh_token&refresh_token=${refresh}`,
  }),
  sent('revoke', '/restapi/oauth/revoke', { headers: asApp, body: `token=${access}` }),
];

beforeEach(() => {
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal(
    'window',
    Object.assign(new EventTarget(), { location: { origin: 'http://127.0.0.1:4500' } }),
  );
});
afterEach(() => vi.unstubAllGlobals());

describe('the transcript of a real server', () => {
  const left = () => leave(createPlayground(new RealTab(), authCode), exchanges);

  it.each(['har', 'md'] as const)('leaves as %s without any secret', (as) => {
    const text = left().text(as, false);
    expect(text).toContain('/restapi/oauth/revoke');
    for (const [name, value] of Object.entries(secrets)) expect(text, name).not.toContain(value);
  });

  it('leaves as a case link without any secret', async () => {
    const written = await left().caseLink();
    if (written.kind !== 'link') throw new Error(`too long: ${written.length}`);
    const opened = await readCaseLink(new URL(written.link).hash, Date.now());
    expect(opened.kind).toBe('read');
    const text = written.link + JSON.stringify(opened);
    for (const [name, value] of Object.entries(secrets)) expect(text, name).not.toContain(value);
  });

  it('is set up again there by Replay, which sends nothing and opens nothing', async () => {
    const tab = new RealTab();
    const desk = createDesk(tab, authCodePkce, true);
    desk.start();
    await settle();
    await desk.serve({ kind: 'ringcentral', origin: host });
    const room = desk.room.peek();
    if (!room) throw new Error('no room');
    room.credentials.value = { ...room.credentials.peek(), clientId, secret };
    room.isUsed.value = true;
    desk.begin();
    const before = tab.requests.length;

    const replay = createReplay(desk, 'http://127.0.0.1:4500');
    await replay.read(left().text('har', false));
    expect(replay.state.value.kind).toBe('planned');
    await replay.start();
    await settle();
    expect(replay.state.value.kind).toBe('started');
    expect(desk.playground.value.server.value.kind).toBe('ringcentral');
    expect(tab.requests.slice(before)).toEqual([]);
    expect(tab.windows).toEqual([]);
    room.dispose();
  });
});
