import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { announce, portOf, wantedPort } from '../target.ts';

/** The floor: `node:http` reads the body and writes JSON of a similar size; nothing is checked, nothing kept. */
const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    const answer = JSON.stringify({
      access_token: randomBytes(32).toString('base64url'),
      token_type: 'bearer',
      expires_in: 3600,
      refresh_token: randomBytes(32).toString('base64url'),
      refresh_token_expires_in: 604800,
      scope: 'ReadAccounts ReadCallLog',
      owner_id: String(body.length),
      endpoint_id: randomBytes(16).toString('base64url'),
    });
    response.writeHead(200, {
      'content-type': 'application/json;charset=UTF-8',
      'cache-control': 'no-store',
      'content-length': Buffer.byteLength(answer),
    });
    response.end(answer);
  });
});

server.listen(wantedPort(), '127.0.0.1', () => announce(portOf(server)));
