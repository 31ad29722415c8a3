import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from '#diagnosis/compare/answers.ts';
import { type AskedSandbox, askSandbox } from '#diagnosis/compare/ask-sandbox.ts';
import { withSandbox } from '#diagnosis/compare/with-sandbox.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { errorCodeOf } from '#protocol/exchange-parts.ts';
import { type Host, nodeHost, tabHost } from '../findings/transports.ts';
import { asReal } from '../recorded/as-real.ts';
import { proofTools } from './proof-tools.ts';

/** What the sandbox answers to each, typed by hand: its code, or a good status. */
const expected: Record<string, string> = {
  'token-ropc-incomplete': 'SANDBOX-USER-2',
  'token-unknown-client': 'OAU-153',
  'token-no-client-auth': 'OAU-123',
  'token-code-client-id-only': '200',
  'token-grant-refused-2017b': 'OAU-251',
  'token-grant-unknown': 'OAU-250',
  'token-redirect-mismatch-2024': 'OAU-109',
  'token-expired': 'OAU-210',
  'token-revoked': 'OAU-211',
  'token-not-found': 'OAU-213',
  'token-jwt-signature': 'OAU-345',
  'token-jwt-other-app': 'OAU-473',
  'token-password': '200',
  'token-no-refresh': '200',
  'revoke-ok': '200',
  'revoke-empty': 'CMN-101',
  'api-scope-missing': 'CMN-401',
  'api-scope-missing-docs': 'CMN-401',
  'api-token-garbage-2026': 'OAU-149',
  'api-unknown-uri': 'CMN-120',
  'api-extension': '200',
};

describe.each([
  ['Node', nodeHost],
  ['tab', tabHost],
] as const)('the sandbox is asked what a real server was asked, %s', (_name, make) => {
  let host: Host;
  beforeAll(async () => void (host = await make()));
  afterAll(() => host.close());
  const counts = { same: 0, differs: 0 };
  afterAll(() => console.log(`${host.name}: ${JSON.stringify(counts)}`));

  it.each(Object.entries(expected))('%s: %s', async (id, wanted) => {
    const real = asReal().find((each) => each.id === id)?.exchange;
    if (!real) throw new Error(`no recording ${id}`);
    const tools = proofTools(host);
    await tools.control('POST', 'reset');
    const before = (await tools.control('GET', 'apps')) as unknown[];
    const asked = (await askSandbox(real, { authorized: new Map() }, tools)) as AskedSandbox;
    const { status, body } = asked.answer;
    expect(errorCodeOf(body) ?? String(status)).toBe(wanted);
    // The app that was made for it is gone.
    expect(await tools.control('GET', 'apps')).toHaveLength(before.length);
    const { rows } = withSandbox(real, asked);
    counts.differs += differences(rows).length;
    counts.same += rows.length - differences(rows).length;
    // Nothing of either side's own stands in a row.
    const text = JSON.stringify(rows);
    expect(text).not.toMatch(/U0JYMDF|sandbox-password|SANDBOX-CODE|eyJ|no-such-app|:\d{4,5}\//);
    expect(text).not.toMatch(/\d{6,}/);
  });

  it('a callback: where the browser came back to, allowed and denied', async () => {
    const returned = (query: string): Exchange => ({
      id: 'r',
      from: 'browser',
      to: 'app',
      server: { kind: 'ringcentral', origin: 'https://platform.ringcentral.com' },
      startedAt: 0,
      request: { method: 'GET', url: `http://localhost:4321/callback/?${query}`, headers: [] },
    });
    const authorized = new Map([
      ['response_type', 'code'],
      ['code_challenge', 'x'.repeat(43)],
    ]);
    const ask = async (query: string) => {
      const real = returned(query);
      const asked = (await askSandbox(real, { authorized }, proofTools(host))) as AskedSandbox;
      return withSandbox(real, asked).rows.map(({ path, verdict }) => `${path} ${verdict}`);
    };
    expect(await ask('code=U0pDMTFQ&state=s&expires_in=60')).toEqual([
      'location ?code same',
      'location ?state same',
      'location ?expires_in same',
    ]);
    // As it was recorded in 2017: encoded twice, without the state.
    const twice = 'The%2Buser%2Bdenied%2Baccess%2Bto%2Byour%2Bapplication';
    expect(await ask(`error=access_denied&error_description=${twice}`)).toEqual([
      'location ?error same',
      'location ?error_description differs',
      'location ?state only-there',
    ]);
  });

  it('what the sandbox cannot be asked is said', async () => {
    const implicit = {
      ...(asReal()[0]?.exchange as Exchange),
      to: 'app',
      request: { method: 'GET', url: 'http://localhost/callback/#access_token=x', headers: [] },
    } satisfies Exchange;
    const authorized = new Map([['response_type', 'token']]);
    const asked = await askSandbox(implicit, { authorized }, proofTools(host));
    expect(asked).toMatchObject({ kind: 'cannot' });
  });

  it('a code whose cause no request shows: asked in good order, and that is said', async () => {
    const real = asReal().find(({ id }) => id === 'token-expired')?.exchange as Exchange;
    const odd: Exchange = {
      ...real,
      response: { status: 400, headers: [], body: '{"errors":[{"errorCode":"OAU-999"}]}' },
    };
    const asked = (await askSandbox(
      odd,
      { authorized: new Map() },
      proofTools(host),
    )) as AskedSandbox;
    expect(asked.assumed).toEqual({ kind: 'good order', code: 'OAU-999' });
    expect(asked.answer.status).toBe(200);
    expect(asked.replaced).toEqual(['refresh_token', 'Authorization'].toSorted());
  });

  it('headers that a page cannot read of another origin are no difference', async () => {
    const real = asReal().find(({ id }) => id === 'token-revoked')?.exchange as Exchange;
    const asked = (await askSandbox(
      real,
      { authorized: new Map() },
      proofTools(host),
    )) as AskedSandbox;
    const { rows, unread } = withSandbox(real, asked);
    expect(unread).toContain('rcrequestid');
    expect(rows.map(({ path }) => path)).not.toContain('header rcrequestid');
    const pasted = withSandbox({ ...real, answered: 'pasted' }, asked);
    expect(pasted.unread).toEqual([]);
    expect(pasted.rows.map(({ path }) => path)).toContain('header rcrequestid');
  });
});
