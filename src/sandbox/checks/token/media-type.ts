import type { Fault } from '#protocol/errors/fault.ts';
import { isForm } from '../../wire/is-form.ts';
import type { ClientRequest } from '../client-request.ts';

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
