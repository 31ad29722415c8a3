import {
  AuthorizationRequest,
  AuthorizationRequestHandler,
  AuthorizationServiceConfiguration,
  BaseTokenRequestHandler,
  BasicQueryStringUtils,
  RevokeTokenRequest,
  TokenRequest,
} from '@openid/appauth';
import { NodeCrypto, NodeRequestor } from '@openid/appauth/built/src/node_support/index.js';
import { logIn } from '../reader.ts';
import { ownSandbox } from './given.ts';
import { walks, type Session } from './walk.ts';

const sandbox = ownSandbox();

/** Its own handler opens the system's browser; this one only tells the address that it would open. */
class Told extends AuthorizationRequestHandler {
  constructor() {
    super(new BasicQueryStringUtils(), new NodeCrypto());
  }
  address(at: AuthorizationServiceConfiguration, request: AuthorizationRequest): string {
    return this.buildRequestUrl(at, request);
  }
  performAuthorizationRequest(): never {
    throw new Error('not here');
  }
  protected completeAuthorizationRequest() {
    return Promise.resolve(null);
  }
}

walks(
  '@openid/appauth',
  'code with PKCE, public client',
  sandbox.now,
  async (): Promise<Session> => {
    const { clientId, redirectUri, endpoints } = await sandbox.prepare('browser');
    const at = new AuthorizationServiceConfiguration({
      authorization_endpoint: endpoints.authorize,
      token_endpoint: endpoints.token,
      revocation_endpoint: endpoints.revoke,
    });
    const request = new AuthorizationRequest(
      { response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope: '' },
      new NodeCrypto(),
    );
    await request.setupCodeVerifier();
    const back = await logIn(sandbox.now(), new Told().address(at, request));
    const app = { client_id: clientId, redirect_uri: redirectUri };
    const handler = new BaseTokenRequestHandler(new NodeRequestor());
    let tokens = await handler.performTokenRequest(
      at,
      new TokenRequest({
        ...app,
        grant_type: 'authorization_code',
        code: back.searchParams.get('code') ?? '',
        extras: { code_verifier: request.internal?.['code_verifier'] ?? '' },
      }),
    );
    return {
      access: tokens.accessToken,
      async refresh() {
        const refresh_token = tokens.refreshToken ?? '';
        tokens = await handler.performTokenRequest(
          at,
          new TokenRequest({ ...app, grant_type: 'refresh_token', refresh_token }),
        );
        return tokens.accessToken;
      },
      revoke: () =>
        handler.performRevokeTokenRequest(
          at,
          new RevokeTokenRequest({ token: tokens.refreshToken ?? '', client_id: clientId }),
        ),
    };
  },
);
