import { expect, it } from 'vitest';
import { writeCode } from '#flows/render/code/write-code.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { withBasic } from './with-basic.ts';

const exchange = (clientId?: string): Exchange => ({
  id: 'e1',
  from: 'app',
  to: 'authorization-server',
  startedAt: 0,
  ...(clientId === undefined ? {} : { clientId }),
  request: {
    method: 'POST',
    url: 'http://localhost:4321/restapi/oauth/revoke',
    headers: [
      ['content-type', 'application/x-www-form-urlencoded'],
      ['authorization', 'Basic masked-credentials-1-40chars'],
    ],
    body: 'token=masked-access_token-1-40chars',
  },
});

it('a masked Basic header is written with the app’s id, and its secret from the environment', async () => {
  const code = await writeCode('curl', withBasic(exchange('sandbox-jwt')), [], false);
  expect(code).toContain('--user sandbox-jwt:"$RC_APP_CLIENT_SECRET"');
  expect(code).toContain('token="$RC_ACCESS_TOKEN"');
});

it('and of no app that is known it stays one value', async () => {
  const code = await writeCode('curl', withBasic(exchange()), [], false);
  expect(code).toContain(`Basic '"$RC_CREDENTIALS"`);
});
