import type { Fault } from '#protocol/errors/fault.ts';
import type { ClientRequest } from '../../client-request.ts';

const formType = 'application/x-www-form-urlencoded';
const formTypeWithParameters = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/** Whether a Content-Type header names a form; its parameters and its case do not matter. */
export function isForm(contentType: string | null): boolean {
  return (
    contentType !== null && (contentType === formType || formTypeWithParameters.test(contentType))
  );
}

/** AS-089: the body is a form. RingCentral answers 415 to anything else, RFC 6749 has 400. */
export function mediaType({ incoming, policy }: ClientRequest): Fault | undefined {
  if (incoming.body === '' || isForm(incoming.request.headers.get('content-type')))
    return undefined;
  return {
    code: 'OAU-250',
    rule: 'AS-089',
    error: 'invalid_request',
    message: 'The body must be application/x-www-form-urlencoded',
    status: policy.errorShape === 'ringcentral' ? 415 : 400,
  };
}
