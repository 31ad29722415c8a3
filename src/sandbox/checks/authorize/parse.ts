import { decodeForm } from '#protocol/form.ts';
import { isForm } from '../../wire/is-form.ts';
import { type AuthorizeCheck, takeParameters } from './request.ts';

/** Credentials that belong to the token endpoint; here they end up in logs and histories. */
export const credentials: readonly string[] = [
  'client_secret',
  'password',
  'code_verifier',
  'assertion',
  'client_assertion',
];

/**
 * AS-006, AS-007, AS-025: a GET's query or a POST's form is decoded once.
 * AS-072: a credential among them is an unknown parameter; the flow goes on and the trace says so.
 */
export const parse: AuthorizeCheck = (request, { incoming }) => {
  const posted = incoming.method === 'POST';
  if (posted && !isForm(incoming.request.headers.get('content-type'))) {
    return { code: 'SANDBOX-REQUEST-7', rule: 'AS-025', status: 415 };
  }
  const form = decodeForm(posted ? incoming.body : incoming.query);
  if (form.kind === 'malformed') {
    return {
      code: 'SANDBOX-REQUEST-1',
      rule: 'AS-007',
      parameters: [{ parameterName: form.part.slice(0, 200) }],
    };
  }
  takeParameters(request, form.pairs);
  if (credentials.some((name) => request.parameters.has(name))) incoming.trace.rule = 'AS-072';
  return undefined;
};
