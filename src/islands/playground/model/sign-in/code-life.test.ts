import { describe, expect, it } from 'vitest';
import { presets } from '#sandbox/policy.ts';
import { begin, comeBack, explained, jsonAnswer, refusal, untilCode } from '../testing/walk.ts';

const policy = (codeLifetimeSeconds: number) =>
  jsonAnswer(200, { ...presets.ringcentral, codeLifetimeSeconds });

async function withCode() {
  const { tab, playground } = begin();
  await untilCode(tab, playground);
  playground.openStep('token');
  return { tab, playground };
}

describe('the code’s minute', () => {
  it('is silent until 20 s, says it once, and says once that it is over', async () => {
    const { tab, playground } = await withCode();
    const before = playground.words.announcement.value.id;
    tab.pass(39);
    expect(playground.signIn.timer.value).toMatchObject({ remainingSeconds: 21, warning: false });
    expect(playground.words.announcement.value.id).toBe(before);
    tab.pass(1);
    expect(playground.signIn.timer.value).toMatchObject({ remainingSeconds: 20, warning: true });
    expect(playground.words.announcement.value.text).toContain('expires in 20 seconds');
    tab.pass(10);
    expect(playground.words.announcement.value.id).toBe(before + 1);
    tab.pass(10);
    expect(playground.signIn.timer.value).toMatchObject({ expired: true, warning: false });
    expect(playground.words.announcement.value.id).toBe(before + 2);
    expect(playground.values.all.value[3]).toMatchObject({ status: 'expired' });
  });

  it('Extend asks the policy for the code’s age and five minutes more', async () => {
    const { tab, playground } = await withCode();
    tab.pass(45);
    tab.answers.set('PUT /sandbox/api/policy', policy(345));
    await playground.signIn.extend();
    const sent = tab.requests.at(-1);
    expect(sent).toMatchObject({
      method: 'PUT',
      url: 'http://localhost:4321/sandbox/api/policy?clientId=sandbox-browser',
      body: '{"codeLifetimeSeconds":345}',
    });
    expect(sent?.headers.get('content-type')).toBe('application/json');
    expect(playground.signIn.timer.value).toMatchObject({ remainingSeconds: 300, warning: false });
  });

  it('Take your time sets it before a code is asked for', async () => {
    const { tab, playground } = begin();
    tab.answers.set('PUT /sandbox/api/policy', policy(600));
    await playground.signIn.takeYourTime();
    expect(tab.requests.at(-1)?.body).toBe('{"codeLifetimeSeconds":600}');
    expect(playground.signIn.codeLifetimeSeconds.value).toBe(600);
  });

  it('says when the sandbox does not take it', async () => {
    const { tab, playground } = await withCode();
    await playground.signIn.extend();
    expect(playground.words.notices.value.map(({ kind }) => kind)).toEqual(['policy-failed']);
    tab.answers.set('PUT /sandbox/api/policy', policy(400));
    await playground.signIn.extend();
    expect(playground.words.notices.value).toEqual([]);
  });

  it.each(['OAU-108', 'OAU-106'])(
    '%s: a fresh code in one press, with the reader’s edits kept',
    async (errorCode) => {
      const { tab, playground } = await withCode();
      playground.request.edit('redirect_uri', 'http://localhost:4321/else/');
      playground.openStep('authorize');
      playground.request.putIn('scope');
      playground.openStep('token');
      tab.answers.set('POST /restapi/oauth/token', refusal(400, 'invalid_grant', errorCode));
      await playground.request.send();
      expect((await explained(playground)).actions[0]?.action).toEqual({ kind: 'fresh-code' });

      void playground.signIn.getFreshCode();
      expect(tab.windows).toHaveLength(2);
      const url = new URL(tab.windows[1]?.url ?? '');
      expect(url.searchParams.get('scope')).toBe('ReadAccounts');
      comeBack(tab, { code: 'SANDBOX-CODE-2', state: url.searchParams.get('state') ?? '' });
      expect(playground.step.value).toMatchObject({ id: 'token', status: 'now' });
      const rows = Object.fromEntries(
        playground.request.rows.value.map(({ name, value }) => [name, value]),
      );
      expect(rows).toMatchObject({
        code: 'SANDBOX-CODE-2',
        redirect_uri: 'http://localhost:4321/else/',
      });
      expect(playground.values.all.value[3]).toMatchObject({ status: 'held' });
    },
  );

  it('a wrong verifier spends the code where the policy says so', async () => {
    const { tab, playground } = await withCode();
    tab.answers.set('GET /sandbox/api/policy', policy(60));
    tab.answers.set(
      'POST /restapi/oauth/token',
      refusal(400, 'invalid_grant', 'SANDBOX-PKCE-3', 'AS-131'),
    );
    await playground.request.send();
    expect(playground.values.all.value[3]).toMatchObject({
      status: 'spent',
      note: 'Used up: by this policy a wrong verifier uses up a code',
    });
    expect(playground.signIn.timer.value).toBeUndefined();
  });
});
