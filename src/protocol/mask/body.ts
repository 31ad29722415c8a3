import { maskJson } from './json.ts';
import type { Labels } from './ledger.ts';
import { maskLoosely } from './loosely.ts';
import { maskMarkup } from './markup.ts';
import { maskMultipart } from './multipart.ts';
import { maskPairs } from './pairs.ts';

/**
 * Masks the secrets of a body, whatever it is: the media type is not trusted,
 * since a client may send a form as JSON and JSON as a form.
 */
export function maskBody(body: string, ledger: Labels): string {
  const json = maskJson(body, ledger);
  if (json !== undefined) return json;
  if (/^\s*</.test(body)) return maskMarkup(body, ledger);
  const multipart = maskMultipart(body, ledger);
  if (multipart !== undefined) return multipart;
  const pairs = body.includes('=') ? maskPairs(body, ledger) : body;
  return maskMarkup(maskLoosely(pairs, ledger), ledger);
}
