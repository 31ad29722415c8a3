import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { announce, portOf, wantedPort } from '../target.ts';

/** A peer: oidc-provider's client_credentials with opaque tokens, kept by its own memory adapter. */
const server = createServer();
server.listen(wantedPort(), '127.0.0.1', () => {
  const port = portOf(server);
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      {
        client_id: 'bench',
        client_secret: 'bench-secret',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    scopes: ['read'],
    ttl: { ClientCredentials: 3600 },
  });
  server.on('request', provider.callback());
  announce(port);
});
