import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../sandbox-under-test.ts';
import { demoUser } from './account.ts';
import { type Flow, readMatrix, type Row } from './matrix.ts';
import { type App, Attempts } from './wire.ts';

/**
 * The preset `ringcentral-today` is the one that acts on today's part of a verdict: what the settings
 * still allow and RingCentral has ended is refused there, for every app.
 */
let sandbox: RunningSandbox;
let cells = 0;
beforeAll(async () => {
  sandbox = await startSandbox();
  const response = await send('PUT', 'policy', { preset: 'ringcentral-today' });
  expect(response.status).toBe(200);
});
afterAll(async () => {
  await sandbox.close();
  console.log(`oracle: ${cells} cells that today alone refuses`);
});

function send(method: string, path: string, body: unknown): Promise<Response> {
  return fetch(`${sandbox.origin}/sandbox/api/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const ended = readMatrix().flatMap((row) =>
  (Object.keys(row.cells) as Flow[])
    .filter(
      (flow) => row.cells[flow].bySettings !== 'refused' && row.cells[flow].today === 'refused',
    )
    .map((flow): [string, Flow, Row] => [row.name, flow, row]),
);

test('only password and implicit have ended', () => {
  expect([...new Set(ended.map(([, flow]) => flow))].sort()).toEqual(['implicit', 'password']);
});

test.each(ended)('%s: %s is refused today', async (_name, flow, row) => {
  const app = (await (await send('POST', 'apps', row.settings)).json()) as App;
  const answer = await new Attempts(sandbox.origin, app, demoUser(row.account)).try(flow, []);
  cells += 1;
  if (flow === 'password') {
    expect(answer).toMatchObject({ kind: 'refused', code: 'OAU-251' });
  } else {
    // What RingCentral answers now is not known (OAU-152 was seen without its text), so it is RFC 6749's word.
    expect(answer).toEqual({
      kind: 'strange',
      why: 'unsupported_response_type: The response_type token is not supported: implicit is off on this server',
    });
  }
});
