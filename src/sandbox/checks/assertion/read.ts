import type { Fault } from '#protocol/errors/fault.ts';
import { type Assertion, parameters } from './check.ts';

/** Two dots and three parts; the last is empty where nothing was signed (`alg: none`). */
const compact = /^([\w-]+)\.([\w-]+)\.[\w-]*$/;

function readJson(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const octets = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(octets));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** AS-153: exactly one JWT, which is base64url of two JSON objects and a signature (RFC 7519 section 3). */
export function readAssertion(
  text: string,
): { kind: 'assertion'; assertion: Assertion } | { kind: 'refused'; fault: Fault } {
  const [, headerPart = '', payloadPart = ''] = compact.exec(text) ?? [];
  const header = readJson(headerPart);
  const payload = readJson(payloadPart);
  if (!header || !payload) {
    return { kind: 'refused', fault: { code: 'OAU-331', rule: 'AS-153', parameters } };
  }
  return { kind: 'assertion', assertion: { text, alg: header['alg'], payload } };
}
