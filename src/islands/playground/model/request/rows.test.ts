import { describe, expect, it } from 'vitest';
import { describeEdit, describeRow } from '../../step/describe-edit.ts';
import { begin, jsonAnswer, onWire, tokenAnswer, untilCode } from '../testing/walk.ts';

async function atToken() {
  const { tab, playground } = begin();
  await untilCode(tab, playground);
  playground.openStep('token');
  tab.answers.set('POST /restapi/oauth/token', jsonAnswer(200, tokenAnswer));
  return { tab, playground, body: () => tab.requests.at(-1)?.body ?? '' };
}

describe('rows, asserted on the request that leaves', () => {
  it('an edit goes out, is described, and Restore takes it back', async () => {
    const { playground, body } = await atToken();
    const verifier =
      playground.request.rows.value.find(({ name }) => name === 'code_verifier')?.value ?? '';
    playground.request.edit('code_verifier', `${verifier}\n`);
    const row = playground.request.rows.value.at(-2);
    expect(row).toMatchObject({
      state: { kind: 'edited' },
      flowValue: { name: 'code_verifier', maker: 'app' },
    });
    expect(row && describeRow(row)).toBe('ends with a line break');
    expect(playground.request.editedCount.value).toBe(1);
    expect(playground.request.wire.value?.body).toContain(`code_verifier=${verifier}%0A`);
    await playground.request.send();
    expect(onWire(body(), 'code_verifier')).toBe(`${verifier}%0A`);

    playground.request.restore('code_verifier');
    await playground.request.send();
    expect(onWire(body(), 'code_verifier')).toBe(verifier);
    expect(playground.request.editedCount.value).toBe(0);
  });

  it('a row left out is not sent; restored, it is', async () => {
    const { playground, body } = await atToken();
    playground.request.leaveOut('client_id');
    await playground.request.send();
    expect(onWire(body(), 'client_id')).toBeUndefined();
    expect(playground.request.editedCount.value).toBe(1);
    playground.request.restoreAll();
    await playground.request.send();
    expect(onWire(body(), 'client_id')).toBe('sandbox-browser');
  });

  it('an optional row is sent when it is put in, and not after it is taken out', async () => {
    const { playground, body } = await atToken();
    expect(playground.request.rows.value.at(-1)?.state).toEqual({ kind: 'left-out', usual: true });
    expect(playground.request.editedCount.value).toBe(0);
    playground.request.putIn('access_token_ttl');
    const row = playground.request.rows.value.at(-1);
    expect(row && describeRow(row)).toBe('put in');
    await playground.request.send();
    expect(onWire(body(), 'access_token_ttl')).toBe('600');
    playground.request.leaveOut('access_token_ttl');
    await playground.request.send();
    expect(onWire(body(), 'access_token_ttl')).toBeUndefined();
  });

  it('an edit back to the value follows the value again', async () => {
    const { playground } = await atToken();
    playground.request.edit('code', 'x');
    playground.request.edit('code', 'SANDBOX-CODE-1');
    expect(playground.request.rows.value[1]?.state).toEqual({ kind: 'untouched' });
  });

  it('an edited authorize request opens as edited', async () => {
    const { tab, playground } = begin();
    await playground.request.send();
    playground.openStep('authorize');
    playground.request.leaveOut('state');
    playground.request.edit('redirect_uri', 'http://localhost:4321/callback');
    playground.request.putIn('scope');
    await playground.request.send();
    const url = tab.windows[0]?.url ?? '';
    expect(onWire(url, 'state')).toBeUndefined();
    expect(onWire(url, 'redirect_uri')).toBe('http%3A%2F%2Flocalhost%3A4321%2Fcallback');
    expect(onWire(url, 'scope')).toBe('ReadAccounts');
  });

  it('an edited header goes out', async () => {
    const { tab, playground } = begin();
    playground.openStep('api');
    expect(playground.request.rows.value[0]).toMatchObject({
      awaited: 'Arrives when step 5 succeeds',
    });
    tab.answers.set('GET /restapi/v1.0/account/~/extension/~', jsonAnswer(401, {}));
    playground.request.edit('Authorization', 'Basic x');
    await playground.request.send();
    expect(tab.requests.at(-1)?.headers.get('authorization')).toBe('Basic x');
    playground.request.leaveOut('Authorization');
    await playground.request.send();
    expect(tab.requests.at(-1)?.headers.has('authorization')).toBe(false);
  });

  it('Send again sends the same; a step opened anew takes the newest values', async () => {
    const { tab, playground, body } = await atToken();
    await playground.request.send();
    playground.openStep('refresh');
    tab.answers.set(
      'POST /restapi/oauth/token',
      jsonAnswer(200, { ...tokenAnswer, refresh_token: 'sandbox-refresh-2' }),
    );
    await playground.request.send();
    await playground.request.send();
    expect(onWire(body(), 'refresh_token')).toBe('sandbox-refresh-1');
    playground.openStep('refresh');
    await playground.request.send();
    expect(onWire(body(), 'refresh_token')).toBe('sandbox-refresh-2');
  });
});

describe('an edit in words', () => {
  it.each([
    ['abc', 'abc\n', 'ends with a line break'],
    ['abc', ' abc', 'begins with a space'],
    ['abc', 'abc/', 'ends with a slash'],
    ['abc/', 'abc', 'a slash at its end is gone'],
    ['abc', 'a\u200bbc', 'a zero-width space put in at character 2'],
    ['abc', 'ac', '“b” at character 2 is gone'],
    ['abc', 'ABC', 'capitals and small letters differ'],
    ['abc', '', 'empty'],
    ['', 'abc', '3 characters put in'],
    ['abc', 'xyz', 'another value'],
    ['abcdef', 'abXYef', 'differs from character 3'],
    ['abc', 'abcxyz', '3 characters put in at character 4'],
  ])('%j to %j: %s', (original, value, words) => {
    expect(describeEdit(original, value)).toBe(words);
  });
});
