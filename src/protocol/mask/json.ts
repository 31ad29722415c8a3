import { isTooDeep } from '../json-depth.ts';
import type { Labels } from './ledger.ts';
import { maskLoosely } from './loosely.ts';
import { maskUrls } from './pairs.ts';
import { secretKind } from './secret-names.ts';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** RingCentral's envelope names a parameter beside its value. */
function kindOfNamedParameter(value: Record<string, unknown>): string | undefined {
  const name = value['parameterName'];
  return typeof name === 'string' ? secretKind(name) : undefined;
}

/** A status or an error number that somebody calls `code` is no secret. */
const isSecretNumber = (kind: string, value: number): boolean =>
  kind !== 'code' || Math.abs(value) >= 1000;

function maskValue(value: unknown, ledger: Labels, kind?: string): unknown {
  if (typeof value === 'string') {
    if (kind !== undefined) return ledger.mask(kind, value);
    return maskUrls(maskLoosely(value, ledger, { prose: true }), ledger);
  }
  if (typeof value === 'number' && kind !== undefined && isSecretNumber(kind, value)) {
    return ledger.mask(kind, String(value));
  }
  if (Array.isArray(value)) return value.map((one) => maskValue(one, ledger, kind));
  if (!isObject(value)) return value;
  const named = kindOfNamedParameter(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const own = name === 'parameterValue' ? named : secretKind(name);
      return [name, maskValue(member, ledger, own ?? kind)];
    }),
  );
}

/** The masked JSON, as it was written where nothing is secret; undefined when the text is not JSON. */
export function maskJson(text: string, ledger: Labels): string | undefined {
  if (!/^\s*[[{"]/.test(text) || isTooDeep(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  // A member that stands twice is parsed once: what its first value was is gone with the new text.
  const asParsed = JSON.stringify(value);
  const masked = JSON.stringify(maskValue(value, ledger));
  if (masked !== asParsed) return masked;
  return asParsed.length < text.replaceAll(/\s/g, '').length
    ? maskLoosely(text, ledger, { prose: true })
    : text;
}
