import type { Fault } from '#protocol/errors/fault.ts';
import { readJwtPart } from '#protocol/jwt-part.ts';
import { type Assertion, parameters } from './check.ts';

/** Two dots and three parts; the last is empty where nothing was signed (`alg: none`). */
const compact = /^([\w-]+)\.([\w-]+)\.[\w-]*$/;

function readObject(part: string): Readonly<Record<string, unknown>> | undefined {
  const value = readJwtPart(part);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** AS-153: exactly one JWT, which is base64url of two JSON objects and a signature (RFC 7519 section 3). */
export function readAssertion(
  text: string,
): { kind: 'assertion'; assertion: Assertion } | { kind: 'refused'; fault: Fault } {
  const [, headerPart = '', payloadPart = ''] = compact.exec(text) ?? [];
  const header = readObject(headerPart);
  const payload = readObject(payloadPart);
  if (!header || !payload) {
    return { kind: 'refused', fault: { code: 'OAU-331', rule: 'AS-153', parameters } };
  }
  return { kind: 'assertion', assertion: { text, alg: header['alg'], payload } };
}
