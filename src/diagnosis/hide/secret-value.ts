import { isHarmlessBasic } from './find/basic-pair.ts';
import { isStandIn } from './stand-in.ts';

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const errorCode = /^(?:[A-Z]{2,10}(?:-[A-Z\d]{1,12})?-\d{1,4}|E[A-Z]{3,}|ERR_[A-Z_]+)$/;
/** Addresses, hosts, paths, versions, times, products such as `RCJSSDK/5.0.11`, files with a line. */
const known =
  /^(?:[a-z][a-z\d+.-]*:\/|\/|\.{1,2}\/|~\/|[A-Za-z]:\\|www\.)|\\|^v?\d+(?:\.\d+)+(?:[-+][\w.]{1,16})?$|^\d{1,2}:\d\d\S{0,12}$|^\d{4}-\d\d\S{0,24}$|^[A-Za-z][\w.-]{0,40}\/v?\d[\w.]{0,16}$|restapi|^HTTP\b|^(?:text|application|image)\//i;
const file =
  /\.(?:[jt]sx?|mjs|py|rb|php|java|cs|go|vb|html?|json|com|net|org|io|dll|jar|conf|ya?ml|env|log)\b/;
/** Words of OAuth with an underscore or a hyphen, identifiers of a program. */
const words = /^[a-z]+(?:[_:.-][a-z]+)*$|^[A-Z][A-Z_]+$|^[A-Z]?[a-z]+(?:[A-Z][a-z]+)*$/;
const hash =
  /^(?:S256|SHA-?\d+|RS\d{3}|HS\d{3}|ES\d{3}|UTF-?8|base64\w*|OAuth-?2?(?:\.\d)?[A-Za-z]*|IPv[46]|HTTP\/?[\d.]+)$/i;
/** `4-digit`, `30-day`, `_3-legged`. */
const counted = /^_?\d{1,4}-[A-Za-z]+_?$/;
/** `session.verifier`, `urllib3.connection.HTTPSConnection`, `StandardCharsets.UTF_8`, `first?.Element`, `secrets.token(32`. */
const path =
  /^[?&]?[A-Za-z_$]{2,24}\d{0,2}(?:(?:\?\.|&\.|\.|->|::)(?:[A-Za-z_$]{2,24}\d{0,2}|[A-Z_\d]{2,24})?)+(?:[([].*)?$|^[?&]\./;

/** A long run in which letters of both cases and digits stand: no name of anything has one. */
const isRandomRun = (text: string): boolean =>
  (text.match(/[\w-]{20,}/g) ?? []).some(
    (run) =>
      /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d.*\d/.test(run) && !/restapi|https?/i.test(run),
  );

/** Whether a text is something that every reader may know: a code, an id of a request, an address. */
export const isKnownThing = (text: string): boolean =>
  uuid.test(text) ||
  errorCode.test(text) ||
  hash.test(text) ||
  ((known.test(text) || file.test(text)) && (/[/:\\]/.test(text) || !isRandomRun(text)));

/** Whether a text looks made by chance, or thought out as a password: no word of a sentence or a program. */
export function looksSecret(text: string): boolean {
  if (text.length < 6 || /\s/.test(text) || isStandIn(text) || isKnownThing(text)) return false;
  if (words.test(text) || counted.test(text) || path.test(text)) return false;
  if (!/[A-Za-z]/.test(text)) return false;
  // Marks at an end are those of a text: `**leaked**`, `#anchor`.
  return /\d/.test(text) || /[A-Za-z][!@#$%^&*+=~|?]+[A-Za-z]/.test(text);
}

/** Whether it looks so even where nothing leads to it but a word somewhere before. */
export const looksMadeByChance = (text: string): boolean =>
  looksSecret(text) &&
  /\d/.test(text) &&
  (text.length >= 16 ||
    (/[A-Za-z]\d+[A-Za-z]/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text)));

/** Whether what stands after a secret's name is one, and not a status, an error's code or a placeholder. */
export function isSecretValue(kind: string, value: string): boolean {
  if (value === '' || isStandIn(value)) return false;
  if (kind === 'credentials') return !isHarmlessBasic(value);
  if (kind !== 'code') return true;
  // `"code": 404`, `code: 'ECONNREFUSED'`, `"code": "invalid_grant"`.
  return !(
    /^-?\d{1,4}$/.test(value) ||
    errorCode.test(value) ||
    /^[a-z]+(?:_[a-z]+)*$|^[A-Z_]+$/.test(value)
  );
}
