import { describe, expect, it } from 'vitest';
import { makeAuthorizeSandbox, good } from '../testing/authorize-sandbox.ts';
import { basic, makeTestSandbox, read } from '../testing/test-sandbox.ts';

const id = 'sandbox-server-only';
const wrong = basic(id, 'wrong');
const right = basic(id);
const evil = { origin: 'https://evil.example' };
const crossSite = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
const ask = { token: 'x' };

async function limited(failureLimit: number) {
  const box = makeTestSandbox();
  await box.setPolicy({ failureLimit });
  const statuses = async (count: number, headers: Record<string, string>) => {
    const all: number[] = [];
    for (let n = 0; n < count; n += 1) all.push((await box.revoke(ask, headers)).status);
    return all;
  };
  return { box, statuses };
}

describe('failureLimit', () => {
  it('AS-012 tells how long to wait, to the second, and means it', async () => {
    const { box, statuses } = await limited(3);
    expect(await statuses(2, wrong)).toEqual([400, 400]);
    box.clock.forward(20);
    expect(await statuses(1, wrong)).toEqual([400]);
    const refused = await box.revoke(ask, right);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40']);
    expect(refused.headers.get('sandbox-rule')).toBe('AS-012');
    box.clock.forward(39);
    expect(await statuses(1, right)).toEqual([429]);
    box.clock.forward(1);
    expect(await statuses(1, right)).toEqual([200]);
  });

  it.each([
    ['an Origin', evil],
    ['Sec-Fetch-Site', crossSite],
  ])('AS-012 a foreign page, known by %s, locks out no program', async (_, foreign) => {
    const { statuses } = await limited(3);
    expect(await statuses(5, { ...wrong, ...foreign })).toEqual([400, 400, 400, 429, 429]);
    expect(await statuses(1, { ...right, ...foreign })).toEqual([429]);
    expect(await statuses(1, right)).toEqual([200]);
    expect(await statuses(3, wrong)).toEqual([400, 400, 400]);
    expect(await statuses(1, right)).toEqual([429]);
  });

  it('AS-012 made-up client ids and user names share a bounded number of counts', async () => {
    const box = makeTestSandbox();
    await box.setPolicy({ failureLimit: 1000, errorShape: 'rfc' });
    const keys = new Set<string>();
    const { update } = box.store.rates;
    box.store.rates.update = (key, change) => {
      keys.add(key);
      return update(key, change);
    };
    for (let n = 0; n < 2000; n += 1) {
      await box.revoke(ask, basic(`nobody-${n}`));
      await box.token({ grant_type: 'password', username: `nobody-${n}`, password: 'x' }, right);
    }
    // 64 for the clients, 64 for the users, and the app's own.
    expect(keys.size).toBeLessThanOrEqual(129);
  });

  it('AS-139 the form and the password grant count the same user, and only that one', async () => {
    const sandbox = await makeAuthorizeSandbox({ failureLimit: 4 });
    const user = '+18335550100*101';
    let page = await sandbox.ask(good);
    for (let n = 0; n < 2; n += 1) {
      page = await sandbox.press(page, { user, password: 'sandbox-passw0rd' });
      expect([page.status, page.rule]).toEqual([400, 'AS-137']);
    }
    const guess = (password: string) =>
      sandbox.send('/restapi/oauth/token', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...right },
        body: `grant_type=password&username=%2B18335550100*101&password=${password}`,
      });
    expect((await guess('x')).status).toBe(400);
    expect((await guess('x')).status).toBe(400);
    expect((await guess('sandbox-password')).status).toBe(429);
    page = await sandbox.signIn(page, user);
    expect([page.status, page.rule, page.headers.get('retry-after')]).toEqual([
      429,
      'AS-139',
      '60',
    ]);
    expect(page.text).toContain('takes no password for 60 seconds');
    // The page goes on: another extension signs in from it.
    expect((await sandbox.signIn(page, '+18335550100*103')).status).toBe(200);
  });

  it('AS-139 says nothing in the answer of the token endpoint but that there were too many', async () => {
    const box = makeTestSandbox();
    await box.setPolicy({ failureLimit: 1 });
    const form = { grant_type: 'password', username: '+18335550100', password: 'x' };
    await box.token(form, right);
    const refused = await read(await box.token(form, right));
    expect(refused).toMatchObject({ status: 429, message: 'Request rate exceeded' });
  });
});
