import type { FlowValue } from '../flow.ts';

/** The pair of tokens, brought by the step `arrivesAt`. */
export function tokenValues(arrivesAt: string): FlowValue[] {
  return [accessToken(arrivesAt), refreshToken(arrivesAt)];
}

export function accessToken(arrivesAt: string): FlowValue {
  return {
    name: 'access_token',
    maker: 'authorization-server',
    purpose: 'Opens the API for one hour',
    arrivesAt,
    secret: true,
  };
}

export function refreshToken(arrivesAt: string): FlowValue {
  return {
    name: 'refresh_token',
    maker: 'authorization-server',
    purpose: 'It gets the next pair, once',
    arrivesAt,
    secret: true,
  };
}

/** @param step the number of the step in which it must come back */
export function stateValue(step: number): FlowValue {
  return {
    name: 'state',
    maker: 'app',
    purpose: `Must come back unchanged in step ${step}`,
    arrivesAt: 'prepare',
    secret: false,
  };
}

export const codeValue: FlowValue = {
  name: 'code',
  maker: 'authorization-server',
  purpose: 'Use it once, before the ring closes',
  arrivesAt: 'return',
  secret: true,
};
