import { describe, expect, it } from 'vitest';
import { authCodePkce } from '#flows/auth-code-pkce.ts';
import { s256Challenge } from '#protocol/pkce.ts';
import { beginReal, runStep, runUntil } from '../testing/real-tab.ts';
import type { RealRun } from '../testing/real-tab.ts';
import { begin, comeBack, onWire, untilCode, valueOf } from '../testing/walk.ts';

const challenges = ({ tab }: RealRun): string[] =>
  tab.windows.map(({ url }) => new URL(url).searchParams.get('code_challenge') ?? '');

const verifierSent = ({ tab }: RealRun): string => {
  const body = tab.requests.findLast(({ url }) => url.endsWith('/oauth/token'))?.body ?? '';
  return onWire(body, 'code_verifier') ?? '';
};

/** A code is here, and the request that trades it is open. */
async function withCode(): Promise<RealRun> {
  const run = await beginReal(authCodePkce);
  await runUntil(run, 'token');
  return run;
}

describe('a pair of verifier and challenge for each authorization request (RFC 7636 section 4.1)', () => {
  it('goes with a fresh code, and each is traded', async () => {
    const run = await withCode();
    const { tab, playground } = run;
    await runStep(run);
    expect(playground.step.value).toMatchObject({ id: 'token', status: 'done' });
    const first = verifierSent(run);
    await playground.signIn.getFreshCode();
    await tab.signIn();
    expect(playground.step.value.id).toBe('token');
    await runStep(run);
    expect(playground.step.value).toMatchObject({ id: 'token', status: 'done' });
    expect(verifierSent(run)).not.toBe(first);
    const [before, after] = challenges(run);
    expect(before).not.toBe(after);
    expect([before, after]).toEqual([
      await s256Challenge(first),
      await s256Challenge(verifierSent(run)),
    ]);
  });

  it('goes with the request sent again, three times', async () => {
    const run = await withCode();
    for (const count of [2, 3]) {
      run.playground.openStep('authorize');
      await runStep(run);
      expect(challenges(run)).toHaveLength(count);
    }
    expect(new Set(challenges(run)).size).toBe(3);
    run.playground.openStep('token');
    await runStep(run);
    expect(run.playground.step.value.status).toBe('done');
  });

  it('leaves the code in hand its verifier where the next sign-in is given up', async () => {
    const run = await withCode();
    const { playground } = run;
    const before = valueOf(playground, 'code_verifier');
    playground.openStep('authorize');
    await playground.request.send();
    playground.signIn.cancel();
    expect(valueOf(playground, 'code_verifier')).toBe(before);
    playground.openStep('token');
    await runStep(run);
    expect(playground.step.value.status).toBe('done');
  });

  it('stays where the reader has edited it: the edit goes on meaning what it says', async () => {
    const run = await withCode();
    const { tab, playground } = run;
    const verifier = valueOf(playground, 'code_verifier');
    playground.request.edit('code_verifier', `${verifier}\n`);
    await playground.signIn.getFreshCode();
    await tab.signIn();
    const [before, after] = challenges(run);
    expect(after).toBe(before);
    expect(
      playground.request.rows.value.find(({ name }) => name === 'code_verifier'),
    ).toMatchObject({ value: `${verifier}\n`, original: verifier });
  });

  it('is waited for where one press follows another at once', async () => {
    const { tab, playground } = begin();
    await untilCode(tab, playground);
    for (const count of [2, 3]) {
      playground.openStep('authorize');
      await playground.request.send();
      expect(tab.windows).toHaveLength(count);
    }
    expect(new Set(tab.windows.map(({ url }) => new URL(url).searchParams.get('state'))).size).toBe(
      3,
    );
    comeBack(tab, { code: 'K', state: valueOf(playground, 'state') });
    expect(valueOf(playground, 'code')).toBe('K');
  });
});
