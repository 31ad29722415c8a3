import type { FlowParameter, FlowRequest } from '../flow.ts';
import { clientAuthentication } from './client.ts';

/** A form that an app posts, which an app with a secret proves in a header to be its own. */
export function formRequest(path: string, parameters: FlowParameter[]): FlowRequest {
  return { method: 'POST', path, encoding: 'form', headers: [clientAuthentication], parameters };
}
