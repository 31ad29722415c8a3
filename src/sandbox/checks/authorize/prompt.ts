import type { AuthorizeCheck } from './request.ts';

/**
 * `prompt=none` asks for an answer without a page. The sandbox asks for sign-in
 * at every login, so there is never a session to answer from. Beside another
 * value `none` contradicts itself (OpenID Connect Core section 3.1.2.1). Every
 * other value is RingCentral's own, and a page is shown whichever it is.
 */
export const prompt: AuthorizeCheck = (request) => {
  const sent = request.parameters.get('prompt') ?? '';
  const values = sent.split(' ').filter((value) => value !== '');
  if (!values.includes('none')) return undefined;
  return values.length > 1
    ? { code: 'SANDBOX-AUTHORIZE-9', rule: 'AS-064' }
    : { code: 'SANDBOX-AUTHORIZE-8', rule: 'AS-064' };
};
