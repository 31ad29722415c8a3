import type { Fault } from '#protocol/errors/fault.ts';
import { isForm } from '../../wire/is-form.ts';
import type { ClientRequest } from '../client-request.ts';

/**
 * AS-089: the body is a form. RingCentral's API description has 415 for anything else, and its
 * community names the code and the text; RFC 6749 has 400.
 */
export function mediaType({ incoming, policy }: ClientRequest): Fault | undefined {
  if (incoming.body === '' || isForm(incoming.request.headers.get('content-type')))
    return undefined;
  return {
    code: 'OAU-250',
    rule: 'AS-089',
    error: 'invalid_request',
    status: policy.errorShape === 'ringcentral' ? 415 : 400,
  };
}
