import { describe, expect, it } from 'vitest';
import { good, makeAuthorizeSandbox } from '../testing/authorize-sandbox.ts';
import { basic, makeTestSandbox } from '../testing/test-sandbox.ts';
import { countOne } from './rate-limit.ts';

const right = basic('sandbox-server-only');
const wrong = basic('sandbox-server-only', 'wrong');
const ask = { token: 'x' };

describe('the limits on a clock that is set back (AS-012)', () => {
  it('wrong secrets of a time to come are no reason to refuse', async () => {
    const box = makeTestSandbox();
    await box.setPolicy({ failureLimit: 2 });
    await box.revoke(ask, wrong);
    await box.revoke(ask, wrong);
    expect((await box.revoke(ask, right)).status).toBe(429);
    box.clock.forward(-1);
    expect((await box.revoke(ask, right)).status).toBe(200);
    box.clock.forward(-3600);
    expect((await box.revoke(ask, right)).status).toBe(200);
  });

  it('requests of a time to come are no requests of this minute', async () => {
    const box = makeTestSandbox();
    await box.setPolicy({ rateLimit: true });
    for (let n = 0; n < 4; n += 1) await box.revoke(ask, right);
    box.clock.forward(-1);
    const answer = await box.revoke(ask, right);
    expect([answer.status, answer.headers.get('x-rate-limit-remaining')]).toEqual([200, '4']);
  });
});

describe('a window of sixty seconds has sixty seconds (AS-012)', () => {
  it('a request of a minute ago has left it', () => {
    expect(countOne({ at: [0] }, 1, 59_999)).toEqual({ at: [0], penaltyUntil: 119_999 });
    expect(countOne({ at: [0] }, 1, 60_000)).toEqual({ at: [60_000] });
  });

  it('Retry-After is kept to the second, at the token endpoint and at the page', async () => {
    const box = makeTestSandbox();
    await box.setPolicy({ rateLimit: true });
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await box.revoke(ask, right)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    box.clock.forward(59);
    const refused = await box.revoke(ask, right);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(refused.headers.get('sandbox-rule')).toBe('AS-012');
    box.clock.forward(60);
    expect((await box.revoke(ask, right)).status).toBe(200);

    const pages = await makeAuthorizeSandbox({ rateLimit: true });
    let page = await pages.ask(good);
    for (let n = 0; n < 5; n += 1) page = await pages.ask(good);
    expect([page.status, page.rule, page.headers.get('retry-after')]).toEqual([
      429,
      'AS-012',
      '60',
    ]);
    pages.forward(60);
    expect((await pages.ask(good)).status).toBe(200);
  });
});
