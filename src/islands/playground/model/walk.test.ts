import { describe, expect, it } from 'vitest';
import { begin, jsonAnswer, onWire, settle, tokenAnswer, untilCode } from './testing/walk.ts';

describe('the whole flow', () => {
  it('makes, authorizes, trades, calls, refreshes and revokes', async () => {
    const { tab, playground } = begin();
    expect(playground.step.value.id).toBe('prepare');
    expect(playground.values.all.value.map(({ status }) => status)).toEqual(
      Array(6).fill('awaited'),
    );

    await untilCode(tab, playground);
    expect(playground.step.value).toMatchObject({ id: 'return', status: 'done' });
    expect(playground.request.answer.value).toMatchObject({ outcome: 'code', state: 'matches' });
    expect(playground.next.value).toEqual({ id: 'token', label: 'Exchange the code' });

    playground.openStep('token');
    tab.answers.set('POST /restapi/oauth/token', jsonAnswer(200, tokenAnswer));
    await playground.request.send();
    const sent = tab.requests.at(-1);
    expect(sent?.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
    expect(onWire(sent?.body ?? '', 'redirect_uri')).toBe(
      'http%3A%2F%2Flocalhost%3A4321%2Fcallback%2F',
    );
    expect(playground.step.value.status).toBe('done');

    playground.openStep('api');
    tab.answers.set(
      'GET /restapi/v1.0/account/~/extension/~',
      jsonAnswer(200, { id: 101, extensionNumber: '101' }),
    );
    await playground.request.send();
    expect(tab.requests.at(-1)?.headers.get('authorization')).toBe('Bearer sandbox-access-1');

    playground.openStep('refresh');
    tab.answers.set(
      'POST /restapi/oauth/token',
      jsonAnswer(200, {
        ...tokenAnswer,
        access_token: 'sandbox-access-2',
        refresh_token: 'sandbox-refresh-2',
      }),
    );
    await playground.request.send();
    expect(onWire(tab.requests.at(-1)?.body ?? '', 'refresh_token')).toBe('sandbox-refresh-1');

    playground.openStep('revoke');
    tab.answers.set('POST /restapi/oauth/revoke', () => new Response(null, { status: 200 }));
    await playground.request.send();
    expect(onWire(tab.requests.at(-1)?.body ?? '', 'token')).toBe('sandbox-access-2');

    expect(playground.steps.value.map(({ status }) => status)).toEqual(Array(8).fill('done'));
    expect(playground.values.all.value.map(({ name, status }) => [name, status])).toEqual([
      ['code_verifier', 'held'],
      ['code_challenge', 'held'],
      ['state', 'held'],
      ['code', 'spent'],
      ['access_token', 'ended'],
      ['refresh_token', 'ended'],
    ]);
    expect(playground.values.transcript.value.exchanges.map(({ step }) => step)).toEqual([
      'authorize',
      'return',
      'token',
      'api',
      'refresh',
      'revoke',
    ]);
    await settle();
    expect(playground.explanation.value).toBeUndefined();
  });
});
