import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { announce, basic, portOf } from '../target.ts';

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

server.listen(0, '127.0.0.1', () => {
  announce({
    url: `http://127.0.0.1:${portOf(server)}/token`,
    authorization: basic('id', 'secret'),
    body: 'grant_type=password&username=%2B18335550100*101&password=sandbox-password',
  });
});
