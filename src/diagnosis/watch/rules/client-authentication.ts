import { formOf, headerOf, kindOf } from '../request-parts.ts';
import type { RemarkRule } from '../remark.ts';

/** LINT-168, LINT-173, LINT-174: how the app proves who it is (RFC 6749 section 2.3.1). */
export const clientAuthentication: RemarkRule = ({ exchange, app }) => {
  const kind = kindOf(exchange);
  if (kind !== 'token' && kind !== 'revoke') return undefined;
  const header = headerOf(exchange.request.headers, 'authorization');
  const form = formOf(exchange);
  if (form.has('client_secret')) {
    return {
      id: 'LINT-168',
      kind: header === undefined ? 'production' : 'wrong',
      words:
        header === undefined
          ? 'Secret in the body. The header is its place.'
          : 'Secret in the header and in the body: two proofs at once are refused.',
      fix: 'Send `Authorization: Basic` and take `client_secret` out of the body.',
      part: 'token',
    };
  }
  if (header !== undefined) {
    return /^basic /i.test(header)
      ? { id: 'LINT-167', kind: 'well', words: 'Secret in the header, where it belongs' }
      : {
          id: 'LINT-172',
          kind: 'wrong',
          words: 'The `Authorization` header is not Basic.',
          fix: 'A token request is signed by the app: Basic, with client id and secret.',
          part: 'token',
        };
  }
  if (app.confidential) {
    return {
      id: 'LINT-173',
      kind: 'wrong',
      words: 'No secret, and this app has one.',
      fix: 'Send `Authorization: Basic`, at each token and revocation request.',
      part: 'token',
    };
  }
  return form.get('client_id')
    ? { id: 'LINT-174', kind: 'well', words: 'An app without a secret names itself' }
    : {
        id: 'LINT-174',
        kind: 'wrong',
        words: 'No `client_id`, and no secret to say who asks.',
        fix: 'Put `client_id` into the body.',
        part: 'token',
      };
};
