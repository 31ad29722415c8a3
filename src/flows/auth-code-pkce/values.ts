import type { FlowValue } from '../flow.ts';

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
  {
    name: 'state',
    maker: 'app',
    purpose: 'Must come back unchanged in step 4',
    arrivesAt: 'prepare',
    secret: false,
  },
  {
    name: 'code',
    maker: 'authorization-server',
    purpose: 'Use it once, before the ring closes',
    arrivesAt: 'return',
    secret: true,
  },
  {
    name: 'access_token',
    maker: 'authorization-server',
    purpose: 'Opens the API for one hour',
    arrivesAt: 'token',
    secret: true,
  },
  {
    name: 'refresh_token',
    maker: 'authorization-server',
    purpose: 'Gives the next pair, once',
    arrivesAt: 'token',
    secret: true,
  },
];
