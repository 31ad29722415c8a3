import { createServer } from 'node:http';
import type { Refusal } from './refusals.ts';

/** A server that answers what is asked for with one refusal, and all else as a log-in that works. */
export async function startGivingAgain(): Promise<{
  origin: string;
  give(refusal: Refusal): void;
  close(): void;
}> {
  const state: { given?: Refusal } = {};
  const tokens = {
    access_token: 'SANDBOX-ACCESS-1',
    token_type: 'bearer',
    expires_in: 3600,
    refresh_token: 'SANDBOX-REFRESH-1',
    refresh_token_expires_in: 604_800,
    scope: 'ReadAccounts',
    owner_id: '1000101',
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const isRefresh = body.includes('grant_type=refresh_token');
      const isToken = request.url?.startsWith('/restapi/oauth/token') === true;
      const isRevoke = request.url?.startsWith('/restapi/oauth/revoke') === true;
      const asked = isRevoke ? 'revoke' : isRefresh ? 'refresh' : isToken ? 'login' : 'api';
      const { given } = state;
      const wanted = ['code', 'jwt', 'password'].includes(given?.asked ?? '')
        ? 'login'
        : given?.asked;
      const isGiven = given !== undefined && asked === wanted;
      response
        .writeHead(isGiven ? given.status : 200, {
          'content-type': 'application/json;charset=UTF-8',
          rcrequestid: '5a1c6e0c-0000-4000-8000-000000000001',
        })
        .end(isGiven ? given.body : JSON.stringify(tokens));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    origin: `http://localhost:${port}`,
    give: (refusal) => void (state.given = refusal),
    close: () => server.close(),
  };
}
