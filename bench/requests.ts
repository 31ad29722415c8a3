import type { Name } from './targets.ts';
import { basic, type TokenRequest } from './target.ts';

const ofClient: TokenRequest = {
  path: '/token',
  authorization: basic('bench', 'bench-secret'),
  body: 'grant_type=client_credentials&scope=read',
};
const ofUser = 'grant_type=password&username=%2B18335550100*101&password=sandbox-password';

/** The token request that each target is sent. */
export const requests: Record<Name, TokenRequest> = {
  sandbox: {
    path: '/restapi/oauth/token',
    authorization: basic('sandbox-server-only', 'sandbox-server-only-secret'),
    body: ofUser,
  },
  'oidc-provider': ofClient,
  'oauth2-mock-server': ofClient,
  bare: { ...ofClient, body: ofUser },
};
