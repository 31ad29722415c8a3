import type { Piece } from './known-parts.ts';

const jwt = /\beyJ[\w-]{8,4000}\.[\w-]{4,8000}(?:\.[\w-]{0,2000})?/g;

/** JWTs in a text: a credential of the console, or an access token of somebody else's server. */
export function bareJwts(text: string): Piece[] {
  return [...text.matchAll(jwt)].map(({ index, 0: { length } }) => ({
    form: 'JWT',
    range: { from: index, to: index + length },
    unknown: ['request', 'response'],
    codes: [],
  }));
}

const pairs = /^(?:[\w.-]{1,60}=[^\s&]{0,8000})(?:&[\w.-]{1,60}=[^\s&]{0,8000})*$/gm;
const names = /(?:^|&)(?:grant_type|assertion|refresh_token|code_verifier|client_id)=/;

/** Lines that are a form body of a token request. */
export function formBodies(text: string): Piece[] {
  return [...text.matchAll(pairs)]
    .filter(([line]) => names.test(line))
    .map(({ index, 0: body }) => ({
      form: 'form body',
      range: { from: index, to: index + body.length },
      exchange: {
        id: 'pasted',
        from: 'app',
        to: 'authorization-server',
        startedAt: 0,
        request: {
          method: 'POST',
          url: 'https://platform.ringcentral.com/restapi/oauth/token',
          headers: [],
          body,
        },
      },
      unknown: ['request headers', 'response'],
      codes: [],
    }));
}
