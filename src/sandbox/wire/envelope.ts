import { wireError } from '#protocol/errors/codes.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import type { Policy } from '../policy.ts';

type Shape = Pick<Policy, 'errorShape'>;

/** RFC 6749 section 5.2: no quote, no backslash, nothing outside ASCII (AS-008). */
export function describable(text: string): string {
  return text.replaceAll(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?');
}

/** The text of a refusal as it goes on the wire. */
export const messageOf = (fault: Pick<Fault, 'code' | 'message'>): string =>
  describable(fault.message ?? wireError(fault.code).message);

/** The `error` member of a refusal by the authorization server. */
export function errorOf(fault: Pick<Fault, 'code' | 'error'>, { errorShape }: Shape): string {
  const entry = wireError(fault.code);
  return fault.error ?? (errorShape === 'rfc' ? entry.rfcError : undefined) ?? entry.error;
}

type Described = Omit<Fault, 'rule'>;

/**
 * The body of a refusal by the authorization server, in the envelope that the policy asks for.
 *
 * @param explainedAt becomes `error_uri` under `rfc` (RFC 6749 section 5.2)
 */
export function oauthEnvelope(fault: Described, policy: Shape, explainedAt?: string): object {
  const error = errorOf(fault, policy);
  const message = messageOf(fault);
  if (policy.errorShape === 'rfc') {
    return { error, error_description: message, ...(explainedAt && { error_uri: explainedAt }) };
  }
  const { namesNoParameter } = wireError(fault.code);
  const parameters = !namesNoParameter && fault.parameters && { parameters: fault.parameters };
  return {
    error,
    errors: [{ errorCode: fault.code, message, ...parameters }],
    error_description: message,
  };
}

/** The body of a refusal by the API, in the envelope that the policy asks for. */
export function apiEnvelope(fault: Described, policy: Shape): object {
  const entry = wireError(fault.code);
  const error = fault.error ?? entry.error;
  const message = messageOf(fault);
  if (policy.errorShape === 'rfc') return { ...(error && { error }), error_description: message };
  const named = { ...fault.extra, ...fault.parameters?.[0] };
  return {
    errorCode: entry.group ?? fault.code,
    message,
    errors: entry.isAlone ? [] : [{ errorCode: fault.code, message, ...named }],
    ...named,
  };
}
