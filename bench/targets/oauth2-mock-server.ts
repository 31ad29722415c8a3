import { OAuth2Server } from 'oauth2-mock-server';
import { announce, portOf, wantedPort } from '../target.ts';

/**
 * A peer: oauth2-mock-server's client_credentials. It keeps nothing and asks for no client's secret;
 * each token is a JWT that it signs with RS256, its usual key, which takes most of its time.
 */
const server = new OAuth2Server();
await server.issuer.keys.generate('RS256');
await server.start(wantedPort(), '127.0.0.1');
announce(portOf(server));
