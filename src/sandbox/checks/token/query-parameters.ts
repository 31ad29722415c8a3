import { decodeForm } from '#protocol/form.ts';
import type { ClientCheck } from '../client-request.ts';
import { knownParameters } from './known-parameters.ts';

/**
 * AS-090: what stands in the address is not read as a parameter of the request,
 * and a secret there is never accepted. AS-007: a query that cannot be decoded cannot be searched
 * for one, and is refused as a body is (RFC 6749 section 3.2 has it form-encoded).
 */
export const queryParameters: ClientCheck = ({ incoming, parameters }) => {
  if (incoming.query === '') return undefined;
  const form = decodeForm(incoming.query);
  if (form.kind === 'malformed') return { code: 'SANDBOX-REQUEST-1', rule: 'AS-007' };
  const found = form.pairs.find(([name, value]) => value !== '' && knownParameters.has(name));
  if (!found) return undefined;
  const [name, value] = found;
  const inBody = parameters.get(name);
  if (inBody !== undefined && inBody !== value) {
    return {
      code: 'OAU-150',
      rule: 'AS-090',
      message: `value of query parameter [${name}] should equal parameter [${name}] in request body`,
      parameters: [{ parameterName: name }],
    };
  }
  return {
    code: 'SANDBOX-REQUEST-4',
    rule: 'AS-090',
    message: `Parameters belong in the body, not in the query: ${name}`,
    parameters: [{ parameterName: name }],
  };
};
