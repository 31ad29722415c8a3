import type { Ledger } from './ledger.ts';
import { maskPairs } from './pairs.ts';
import { secretKind, secretNamesPattern } from './secret-names.ts';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** RingCentral's envelope names a parameter beside its value. */
function kindOfNamedParameter(value: Record<string, unknown>): string | undefined {
  const name = value['parameterName'];
  return typeof name === 'string' ? secretKind(name) : undefined;
}

function maskJsonValue(value: unknown, ledger: Ledger, kind?: string): unknown {
  if (typeof value === 'string') return kind === undefined ? value : ledger.mask(kind, value);
  if (typeof value === 'number' && kind !== undefined) return ledger.mask(kind, String(value));
  if (Array.isArray(value)) return value.map((one) => maskJsonValue(one, ledger, kind));
  if (!isObject(value)) return value;
  const named = kindOfNamedParameter(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const own = name === 'parameterValue' ? named : secretKind(name);
      return [name, maskJsonValue(member, ledger, own ?? kind)];
    }),
  );
}

/** The masked JSON, as it was written where nothing is secret; undefined when the text is not JSON. */
function maskJson(text: string, ledger: Ledger): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const masked = JSON.stringify(maskJsonValue(value, ledger));
    return masked === JSON.stringify(value) ? text : masked;
  } catch {
    return undefined;
  }
}

function maskHtml(text: string, ledger: Ledger): string {
  return text.replaceAll(/<(?:input|button)\b[^>]*>/gi, (tag) => {
    const name = /\bname\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1];
    const kind = name === undefined ? undefined : secretKind(name);
    if (kind === undefined) return tag;
    return tag.replace(
      /(\bvalue\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)/i,
      (_, before: string, quoted: string) =>
        `${before}"${ledger.mask(kind, quoted.replaceAll(/^["']|["']$/g, ''))}"`,
    );
  });
}

const multipart = new RegExp(
  `(name="?(${secretNamesPattern})"?[^\\n]*\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n)([^\\r\\n]*)`,
  'gi',
);
const assignment = new RegExp(
  `(\\b(${secretNamesPattern})\\b["']?\\s*(?:=|:|%3D)\\s*["']?)([^\\s"'&<>;,]+)`,
  'gi',
);

/** Text of no known form: whatever stands after a secret's name. */
function maskLoosely(text: string, ledger: Ledger): string {
  const replace = (_: string, before: string, name: string, value: string) =>
    before + ledger.mask(secretKind(name) ?? 'secret', value);
  return text.replaceAll(multipart, replace).replaceAll(assignment, replace);
}

/**
 * Masks the secrets of a body, whatever it is: the media type is not trusted,
 * since a client may send a form as JSON and JSON as a form.
 */
export function maskBody(body: string, ledger: Ledger): string {
  const json = maskJson(body, ledger);
  if (json !== undefined) return json;
  if (/^\s*</.test(body)) return maskHtml(body, ledger);
  const pairs = body.includes('=') ? maskPairs(body, ledger) : body;
  return maskLoosely(pairs, ledger);
}
