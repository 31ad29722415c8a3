import { expect, it } from 'vitest';
import { openEvent } from './open-event.ts';

const exchange = {
  id: 'abc',
  from: 'app',
  to: 'authorization-server',
  startedAt: 0,
  clientId: 'sandbox-jwt',
  request: { method: 'POST', url: 'http://localhost:4321/restapi/oauth/token', headers: [] },
  response: { status: 400, headers: [], body: '{"error":"x"}' },
};
const app = {
  clientId: 'sandbox-jwt',
  clientSecret: 'never-told',
  name: 'JWT',
  portal: 'current',
  audience: 'private',
  methods: ['jwt'],
  issueRefreshTokens: true,
  redirectUris: [],
  scopes: ['ReadAccounts'],
  flows: {},
};
const sandbox = (answers: Record<string, unknown>) => (path: string) =>
  Promise.resolve(
    path in answers ? Response.json(answers[path]) : new Response('{}', { status: 404 }),
  );
const at = '/sandbox/api/events/abc';

it('is the exchange as it went over the wire, with the settings of its app and no secret', async () => {
  const opened = await openEvent(
    'abc',
    sandbox({ [at]: { id: '1', exchange }, '/sandbox/api/apps/sandbox-jwt': app }),
  );
  expect(opened).toMatchObject({
    kind: 'found',
    text: 'POST /restapi/oauth/token HTTP/1.1\nHost: localhost:4321\n\nHTTP/1.1 400\n\n{"error":"x"}',
    settings: { portal: 'current', methods: ['jwt'] },
  });
  expect(JSON.stringify(opened)).not.toContain('never-told');
});

it('names the fault that the sandbox was asked for', async () => {
  const response = { ...exchange.response, headers: [['Sandbox-Fault', 'rate-limit']] };
  const opened = await openEvent(
    'abc',
    sandbox({ [at]: { id: '1', exchange: { ...exchange, response } } }),
  );
  expect(opened).toMatchObject({ kind: 'found', fault: 'rate-limit' });
});

it('has no settings where the app is not there', async () => {
  const opened = await openEvent('abc', sandbox({ [at]: { id: '1', exchange } }));
  expect(opened.kind).toBe('found');
  expect(opened).not.toHaveProperty('settings');
});

it('says that it is gone, and that somebody else answered', async () => {
  expect(await openEvent('other', sandbox({}))).toEqual({ kind: 'gone' });
  expect(await openEvent('abc', sandbox({ [at]: { hello: 1 } }))).toEqual({ kind: 'silent' });
});
