import type { FaultName } from './names.ts';
import type { Place } from './places.ts';

/** A fault that is in force for an app. There is one of each name for an app. */
export interface GivenFault {
  clientId: string;
  fault: FaultName;
  /** Met there alone; absent wherever it can be. */
  at?: Place;
  /** How many requests are still to meet it; absent until it is taken back. */
  left?: number;
  /** For those that say or take a time. */
  seconds?: number;
}

/** What a request asks for itself: it is no app's, and outlives no request. */
export type AskedFault = Pick<GivenFault, 'fault' | 'at' | 'seconds'>;

/** Of all apps together: more than anybody looks at, and few enough to be read with each request. */
export const mostFaults = 100;
/** More than a test of a program needs; whoever wants more gives none and takes it back. */
export const mostRequests = 1000;
/** Beyond it programs have given up, and a connection would be held for nothing. */
export const mostSeconds = 60;

const isOf =
  (clientId: string, fault?: FaultName) =>
  (one: GivenFault): boolean =>
    one.clientId === clientId && (fault === undefined || one.fault === fault);

/** The faults with one more, which takes the place of the app's earlier one of that name. */
export function withFault(faults: readonly GivenFault[], next: GivenFault): GivenFault[] {
  return [...withoutFaults(faults, next.clientId, next.fault), next];
}

/** The faults without those of an app, or without one of them. */
export function withoutFaults(
  faults: readonly GivenFault[],
  clientId: string,
  fault?: FaultName,
): GivenFault[] {
  const isGone = isOf(clientId, fault);
  return faults.filter((one) => !isGone(one));
}

/** The faults after one was met; the same array where it is no longer in force. */
export function afterOne(
  faults: readonly GivenFault[],
  { clientId, fault }: GivenFault,
): readonly GivenFault[] {
  const found = faults.find(isOf(clientId, fault));
  if (found?.left === undefined) return faults;
  if (found.left <= 1) return withoutFaults(faults, clientId, fault);
  return faults.map((one) => (one === found ? { ...one, left: (one.left ?? 0) - 1 } : one));
}
