import { describe, expect, it } from 'vitest';
import { atToken, begin, comeBack, explained, valueOf } from './testing/walk.ts';

describe('a request that could not leave', () => {
  it('says what to try', async () => {
    const { playground } = await atToken();
    await playground.request.send();
    expect(playground.step.value.status).toBe('unreachable');
    const told = await explained(playground);
    expect(told.title).toBe('The request could not leave the browser');
    expect(`${told.why} ${told.fix}`).toContain('curl in a terminal');
    expect(told.actions[0]?.action).toEqual({ kind: 'send-again' });
  });

  it('names a header that no browser sends', async () => {
    const { playground } = begin();
    playground.openStep('api');
    playground.request.edit('Authorization', 'Bearer a\nb');
    await playground.request.send();
    expect(await explained(playground)).toMatchObject({
      title: 'The Authorization header cannot be sent',
      claims: [{ certainty: 'certain' }],
    });
  });
});

describe('what came back in the redirect', () => {
  const back = async (parameters: Record<string, string>) => {
    const { tab, playground } = begin();
    await playground.request.send();
    playground.openStep('authorize');
    await playground.request.send();
    const state = new URL(tab.windows[0]?.url ?? '').searchParams.get('state') ?? '';
    comeBack(tab, { ...parameters, ...(parameters['state'] === 'own' ? { state } : {}) });
    return { tab, playground, told: await explained(playground) };
  };

  it('a state that is not ours stops the flow, and its code is not kept', async () => {
    const { playground, told } = await back({ code: 'EVIL', state: 'somebody-else' });
    expect(playground.step.value).toMatchObject({ id: 'return', status: 'refused' });
    expect(playground.request.answer.value).toMatchObject({ outcome: 'stopped', state: 'differs' });
    expect(playground.next.value).toBeUndefined();
    expect(valueOf(playground, 'code')).toBe('');
    expect(told.title).toBe('This answer has a state that you did not send');
    expect(told.comparison).toHaveLength(2);
  });

  it('a state that is missing stops the flow', async () => {
    const { playground, told } = await back({ code: 'K' });
    expect(playground.request.answer.value).toMatchObject({ outcome: 'stopped', state: 'missing' });
    expect(told.title).toBe('The answer has no state');
  });

  it('a refused consent is the flow working', async () => {
    const { playground, told } = await back({ error: 'access_denied', state: 'own' });
    expect(playground.request.answer.value).toMatchObject({ outcome: 'error', state: 'matches' });
    expect(told.title).toBe('The user did not allow it');
    expect(told.why).toContain('The flow works as it should');
    expect(told.actions[0]?.action).toEqual({ kind: 'fresh-code' });
  });

  it.each([
    ['unsupported_response_type', 'The server refused the request: unsupported_response_type'],
    ['server_error', 'The server could not finish'],
  ])('an error redirect is told: %s', async (error, title) => {
    const { told } = await back({ error, error_description: 'Why', state: 'own' });
    expect(told.title).toBe(title);
  });

  it('an address with neither code nor error is no answer', async () => {
    const { told } = await back({ state: 'own' });
    expect(told.title).toBe('The callback was opened without an answer');
  });

  it('a dropped state goes on, and says what that costs', async () => {
    const { playground } = await atToken((open) => open.request.leaveOut('state'));
    playground.openStep('return');
    expect(playground.request.answer.value).toMatchObject({ outcome: 'code', state: 'not-sent' });
    const told = await explained(playground);
    expect(told.title).toBe('There is no `state`: nothing ties the answer to this browser.');
    expect(told.actions[0]?.action).toMatchObject({ kind: 'fresh-code', restore: ['state'] });
  });

  it('a state that nobody sent stops the flow', async () => {
    const { tab, playground } = begin();
    await playground.request.send();
    playground.openStep('authorize');
    playground.request.leaveOut('state');
    await playground.request.send();
    comeBack(tab, { code: 'K', state: 'x' });
    expect(playground.request.answer.value).toMatchObject({
      outcome: 'stopped',
      state: 'unexpected',
    });
  });
});
