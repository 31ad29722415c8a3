import type { ClientCheck } from '../client-request.ts';
import { knownParameters } from './known-parameters.ts';

/** AS-004: a parameter comes once, even with equal values; AS-005: unknown ones may repeat. */
export const duplicates: ClientCheck = ({ repeated }) => {
  const name = repeated.find((one) => knownParameters.has(one));
  if (name === undefined) return undefined;
  return { code: 'OAU-111', rule: 'AS-004', parameters: [{ parameterName: name }] };
};
