import type { AuthorizeCheck } from './request.ts';

/**
 * `prompt=none` asks for an answer without a page. The sandbox asks for sign-in
 * at every login, so there is never a session to answer from (OpenID Connect
 * Core section 3.1.2.6). Every other value is RingCentral's own and changes nothing here.
 */
export const prompt: AuthorizeCheck = (request) =>
  request.parameters.get('prompt') === 'none'
    ? {
        code: 'SANDBOX-AUTHORIZE-3',
        rule: 'AS-056',
        error: 'login_required',
        message: 'prompt=none needs an open session, and this server signs in at every login',
        parameters: [{ parameterName: 'prompt', parameterValue: 'none' }],
      }
    : undefined;
