import { describe, expect, it } from 'vitest';
import { apply } from './apply.ts';
import {
  begin,
  explained,
  jsonAnswer,
  refusedToken,
  tokenAnswer,
  untilCode,
} from './testing/walk.ts';

const tokenPath = 'POST /restapi/oauth/token';
const apiPath = 'GET /restapi/v1.0/account/~/extension/~';

describe('a refused refresh and a refused call', () => {
  const second = {
    ...tokenAnswer,
    access_token: 'sandbox-access-2',
    refresh_token: 'sandbox-refresh-2',
  };
  const withTokens = async () => {
    const { tab, playground } = begin();
    await untilCode(tab, playground);
    playground.openStep('token');
    tab.answers.set(tokenPath, jsonAnswer(200, tokenAnswer));
    await playground.request.send();
    return { tab, playground };
  };

  it('tells a refresh token that was used before', async () => {
    const { tab, playground } = await withTokens();
    playground.openStep('refresh');
    tab.answers.set(tokenPath, jsonAnswer(200, second));
    await playground.request.send();
    const told = await refusedToken(playground, tab, 'OAU-213');
    expect(told).toMatchObject({
      title: 'This refresh token was used before',
      claims: [{ certainty: 'certain' }],
    });
    tab.answers.set(tokenPath, jsonAnswer(200, second));
    if (told.actions[0]) await apply(playground, told.actions[0].action);
    expect(tab.requests.at(-1)?.body).toContain('refresh_token=sandbox-refresh-2');
  });

  it('tells an access token that a refresh replaced', async () => {
    const { tab, playground } = await withTokens();
    playground.openStep('refresh');
    tab.answers.set(tokenPath, jsonAnswer(200, second));
    await playground.request.send();
    playground.openStep('api');
    playground.request.edit('Authorization', 'Bearer sandbox-access-1');
    tab.answers.set(
      apiPath,
      jsonAnswer(401, { errorCode: 'TokenInvalid', errors: [{ errorCode: 'OAU-129' }] }),
    );
    await playground.request.send();
    expect((await explained(playground)).title).toBe('A refresh replaced this token');
  });

  it('tells tokens that ended with their session', async () => {
    const { tab, playground } = await withTokens();
    playground.openStep('revoke');
    tab.answers.set('POST /restapi/oauth/revoke', () => new Response(null, { status: 200 }));
    await playground.request.send();
    playground.openStep('api');
    tab.answers.set(apiPath, jsonAnswer(401, { errors: [{ errorCode: 'OAU-213' }] }));
    await playground.request.send();
    expect((await explained(playground)).title).toBe('This token ended with its session');
    playground.openStep('refresh');
    expect((await refusedToken(playground, tab, 'OAU-211')).title).toBe(
      'This refresh token ended with its session',
    );
  });

  it.each([
    [undefined, 'AGW-401', 'The API received no token'],
    ['Basic x', 'AGW-402', 'The header does not say Bearer'],
    ['Bearer ', 'AGW-402', 'There is no token after Bearer'],
    ['Bearer nonsense', 'OAU-149', 'The API does not know this token'],
  ])('tells the header apart: %s', async (header, errorCode, title) => {
    const { tab, playground } = await withTokens();
    playground.openStep('api');
    if (header === undefined) playground.request.leaveOut('Authorization');
    else playground.request.edit('Authorization', header);
    tab.answers.set(apiPath, jsonAnswer(401, { errors: [{ errorCode }] }));
    await playground.request.send();
    expect((await explained(playground)).title).toBe(title);
  });

  it('says the same of a refusal a day later: what counts is when it was sent', async () => {
    const { tab, playground } = await withTokens();
    playground.openStep('api');
    tab.answers.set(apiPath, jsonAnswer(401, { errors: [{ errorCode: 'OAU-149' }] }));
    await playground.request.send();
    const title = 'The API does not know this token';
    expect(await explained(playground)).toMatchObject({ title });
    tab.pass(86_400);
    tab.unload();
    expect(await explained(begin(tab).playground)).toMatchObject({ title });
  });

  it('tells an access token whose hour is over, and leads to the refresh', async () => {
    const { tab, playground } = await withTokens();
    playground.openStep('api');
    tab.pass(3601);
    tab.answers.set(apiPath, jsonAnswer(401, { errors: [{ errorCode: 'OAU-128' }] }));
    await playground.request.send();
    expect((await explained(playground)).actions[0]?.action).toEqual({
      kind: 'open-step',
      step: 'refresh',
    });
  });
});
