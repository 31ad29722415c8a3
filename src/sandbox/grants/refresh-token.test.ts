import { describe, expect, it } from 'vitest';
import { basic, codeOf, makeTestSandbox, read } from '../testing/test-sandbox.ts';

const web = basic('sandbox-server-web');
const only = basic('sandbox-server-only');
const login = {
  grant_type: 'password',
  username: '+18335550100*101',
  password: 'sandbox-password',
};

describe('refresh_token', () => {
  async function started(rotation: 'none' | 'rotate' | 'grace' | 'reuse-detection') {
    const box = makeTestSandbox();
    await box.setPolicy({ rotation });
    const first = await read(await box.token(login, only));
    const refresh = async (token: string, more: Record<string, string> = {}) =>
      read(await box.token({ grant_type: 'refresh_token', refresh_token: token, ...more }, only));
    return { box, first, refresh };
  }

  it('grace: the old access token dies at once', async () => {
    const { box, first, refresh } = await started('grace');
    await refresh(first.refresh_token);
    const old = await box.store.tokens.getAccess(first.access_token);
    expect(old?.endedAt).toBe(box.clock.now());
  });

  it('grace: serves the same pair again with less time, up to an hour while it is not used', async () => {
    const { box, first, refresh } = await started('grace');
    const second = await refresh(first.refresh_token);
    expect(second.status).toBe(200);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(second.session_id).toBe(first.session_id);
    box.clock.forward(1800);
    const again = await refresh(first.refresh_token);
    expect(again).toMatchObject({
      status: 200,
      access_token: second.access_token,
      refresh_token: second.refresh_token,
      expires_in: 1800,
      refresh_token_expires_in: 603_000,
    });
    box.clock.forward(1801);
    expect(codeOf(await refresh(first.refresh_token))).toBe('OAU-213');
  });

  it('grace: ends ten seconds after the first use of the new access token', async () => {
    const { box, first, refresh } = await started('grace');
    const second = await refresh(first.refresh_token);
    box.clock.forward(100);
    await box.store.tokens.markUsed(second.access_token, box.clock.now());
    box.clock.forward(5);
    // A later use does not begin the ten seconds again.
    await box.store.tokens.markUsed(second.access_token, box.clock.now());
    box.clock.forward(5);
    expect((await refresh(first.refresh_token)).access_token).toBe(second.access_token);
    box.clock.forward(1);
    expect(codeOf(await refresh(first.refresh_token))).toBe('OAU-213');
    expect((await refresh(second.refresh_token)).status).toBe(200);
  });

  it('grace: ends when the pair is itself refreshed', async () => {
    const { first, refresh } = await started('grace');
    const second = await refresh(first.refresh_token);
    await refresh(second.refresh_token);
    expect(codeOf(await refresh(first.refresh_token))).toBe('OAU-213');
  });

  it('AS-150 grace: an hour while it is not used, though the access token lives longer', async () => {
    const { box, first, refresh } = await started('grace');
    await box.setPolicy({ accessTokenLifetimeSeconds: 7200 });
    const second = await refresh(first.refresh_token);
    box.clock.forward(3600);
    const again = await refresh(first.refresh_token);
    expect([again.status, again.access_token]).toEqual([200, second.access_token]);
    box.clock.forward(1);
    const late = await refresh(first.refresh_token);
    expect([late.status, codeOf(late)]).toEqual([400, 'OAU-213']);
  });

  it('AS-150 grace: parallel refreshes get the same pair', async () => {
    const { first, refresh } = await started('grace');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => refresh(first.refresh_token)),
    );
    expect(new Set(answers.map((one) => one.access_token)).size).toBe(1);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });

  it('AS-144 reuse-detection: a second use ends the whole session', async () => {
    const { box, first, refresh } = await started('reuse-detection');
    const second = await refresh(first.refresh_token);
    expect(await refresh(first.refresh_token)).toMatchObject({
      status: 400,
      error: 'invalid_grant',
    });
    expect(codeOf(await refresh(second.refresh_token))).toBe('OAU-213');
    expect(await box.store.tokens.getAccess(second.access_token)).toMatchObject({
      endedWithSession: true,
    });
  });

  it('rotate: a second use is refused and harms nobody', async () => {
    const { first, refresh } = await started('rotate');
    const second = await refresh(first.refresh_token);
    expect(codeOf(await refresh(first.refresh_token))).toBe('OAU-213');
    expect((await refresh(second.refresh_token)).status).toBe(200);
  });

  it('AS-151 none: the same refresh token goes on', async () => {
    const { first, refresh } = await started('none');
    const second = await refresh(first.refresh_token);
    expect(second.refresh_token).toBe(first.refresh_token);
    expect((await refresh(first.refresh_token)).status).toBe(200);
  });

  it('AS-145, AS-146 narrower, then the full scope again, never wider', async () => {
    const { first, refresh } = await started('rotate');
    const narrow = await refresh(first.refresh_token, { scope: 'ReadAccounts' });
    expect(narrow.scope).toBe('ReadAccounts');
    const wide = await refresh(narrow.refresh_token, { scope: 'ReadAccounts SMS' });
    expect([wide.error, codeOf(wide)]).toEqual(['invalid_scope', 'SANDBOX-SCOPE-3']);
    expect((await refresh(narrow.refresh_token)).scope).toBe('ReadAccounts ReadCallLog');
  });

  it('AS-141 missing, unknown, expired, another client’s', async () => {
    const { box, first, refresh } = await started('grace');
    expect((await refresh('')).error).toBe('invalid_request');
    expect(codeOf(await refresh('unknown'))).toBe('OAU-213');
    const other = await read(
      await box.token({ grant_type: 'refresh_token', refresh_token: first.refresh_token }, web),
    );
    expect([other.error, codeOf(other)]).toEqual(['invalid_grant', 'OAU-213']);
    box.clock.forward(604_800);
    expect(codeOf(await refresh(first.refresh_token))).toBe('OAU-210');
  });

  it('AS-149 an access token is no refresh token', async () => {
    const { first, refresh } = await started('grace');
    expect(codeOf(await refresh(first.access_token))).toBe('OAU-213');
  });

  it('AS-098 is refused to an app that issues none', async () => {
    const box = makeTestSandbox();
    const form = { grant_type: 'refresh_token', refresh_token: 'x' };
    const body = await read(await box.token(form, basic('sandbox-no-refresh')));
    expect([body.error, codeOf(body)]).toEqual(['unauthorized_client', 'OAU-251']);
  });

  it('keeps to the lifetimes that the request asks for', async () => {
    const { first, refresh } = await started('grace');
    expect(
      await refresh(first.refresh_token, { access_token_ttl: '5', refresh_token_ttl: '1200' }),
    ).toMatchObject({ expires_in: 600, refresh_token_expires_in: 1200 });
  });
});
