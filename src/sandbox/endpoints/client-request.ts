import type { Fault } from '#protocol/errors/fault.ts';
import { readForm } from '../checks/token/form.ts';
import type { ClientRequest } from '../client-request.ts';
import type { Incoming, Services } from '../context.ts';
import type { Policy } from '../policy.ts';

/** A request of which only the form is known; `fault` when not even that could be read. */
export function newClientRequest(
  incoming: Incoming,
  services: Services,
  policy: Policy,
): { request: ClientRequest; fault?: Fault } {
  const form = readForm(incoming.body);
  const request: ClientRequest = {
    incoming,
    services,
    policy,
    parameters: form.kind === 'parameters' ? form.parameters : new Map(),
    repeated: form.kind === 'parameters' ? form.repeated : [],
    basic: [],
    secretReplaced: false,
  };
  return form.kind === 'parameters' ? { request } : { request, fault: form.fault };
}
