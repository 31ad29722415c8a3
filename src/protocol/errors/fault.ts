import type { ErrorCode } from './codes.ts';
import type { DecidingRule } from './deciding-rule.ts';

/** A parameter that an error names, as RingCentral's envelope does. */
export interface FaultParameter {
  parameterName: string;
  parameterValue?: string;
}

/**
 * A refusal, before it is put into an envelope. Checks and grants return one;
 * nothing is thrown for what a client can do wrong.
 */
export interface Fault {
  /** The entry of the error catalogue. */
  code: ErrorCode;
  /** What decided, such as `AS-124`. */
  rule: DecidingRule;
  /** Replaces the catalogue's RFC error, where the situation needs another. */
  error?: string;
  /** Replaces the catalogue's message, where the situation needs a value in it. */
  message?: string;
  /** Replaces the catalogue's HTTP status. */
  status?: number;
  parameters?: FaultParameter[];
  /** Members that the API's envelope repeats at both levels, such as `permissionName`. */
  extra?: Record<string, string>;
  /** Set when the client authenticated with the Authorization header, which asks for a challenge (AS-109). */
  challenge?: 'Basic' | 'Bearer';
}
