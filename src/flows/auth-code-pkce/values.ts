import type { FlowValue } from '../flow.ts';
import { codeValue, stateValue, tokenValues } from '../parts/values.ts';

/** What travels through the flow, in the order it arrives. */
export const values: FlowValue[] = [
  {
    name: 'code_verifier',
    maker: 'app',
    purpose: 'Secret of your app until step 5',
    arrivesAt: 'prepare',
    secret: true,
  },
  {
    name: 'code_challenge',
    maker: 'app',
    purpose: 'SHA-256 of the verifier, sent in step 2',
    arrivesAt: 'prepare',
    secret: false,
  },
  stateValue(4),
  codeValue,
  ...tokenValues('token'),
];
