import type { Headers } from '../exchange.ts';
import type { Labels } from './ledger.ts';
import { maskLoosely } from './loosely.ts';
import { maskUrl, maskUrls } from './pairs.ts';
import { secretKind } from './secret-names.ts';

function learnBasic(credentials: string, ledger: Labels): void {
  let text;
  try {
    text = atob(credentials);
  } catch {
    return;
  }
  const colon = text.indexOf(':');
  if (colon < 0) return;
  const secret = text.slice(colon + 1);
  ledger.mask('client_secret', secret);
  try {
    ledger.mask('client_secret', decodeURIComponent(secret.replaceAll('+', ' ')));
  } catch {
    // Sent raw, with a percent sign of its own: learned above.
  }
}

function maskAuthorization(value: string, ledger: Labels): string {
  const [, scheme, spaces, credentials] = /^(\S+)(\s+)(.*)$/s.exec(value.trim()) ?? [];
  if (scheme === undefined || credentials === undefined) return ledger.mask('credentials', value);
  if (scheme.toLowerCase() === 'bearer') {
    return `${scheme}${spaces}${ledger.mask('access_token', credentials)}`;
  }
  if (scheme.toLowerCase() === 'basic') learnBasic(credentials, ledger);
  return `${scheme}${spaces}${ledger.mask('credentials', credentials)}`;
}

function maskCookies(value: string, ledger: Labels): string {
  return value.replaceAll(
    /(^|;\s*)([^=;\s]+)=([^;]*)/g,
    (_, before: string, name: string, cookie: string) =>
      `${before}${name}=${ledger.mask('cookie', cookie)}`,
  );
}

/** `Set-Cookie` has one cookie, then attributes that are no secret. */
function maskSetCookie(value: string, ledger: Labels): string {
  const semicolon = value.indexOf(';');
  const end = semicolon < 0 ? value.length : semicolon;
  return maskCookies(value.slice(0, end), ledger) + value.slice(end);
}

const address = (value: string, ledger: Labels): string => maskUrl(value, ledger);

const maskers = new Map<string, (value: string, ledger: Labels) => string>([
  ['authorization', maskAuthorization],
  ['cookie', maskCookies],
  ['set-cookie', maskSetCookie],
  ['location', address],
  ['content-location', address],
  ['referer', address],
]);

/** A field that no list foresees: by its name if that tells, else by what stands in it. */
function maskOther(name: string, value: string, ledger: Labels): string {
  const kind = secretKind(name);
  // `X-Forwarded-Authorization`, `Proxy-Authorization`
  if (kind === 'credentials') return maskAuthorization(value, ledger);
  if (kind !== undefined) return ledger.mask(kind, value.trim());
  const loosely = maskLoosely(value, ledger, { prose: true });
  // `X-Original-URL: /callback?code=…`
  return value.includes('?') ? maskUrl(loosely, ledger) : maskUrls(loosely, ledger);
}

/** Masks what header fields carry: credentials, cookies, and URLs with a code or a token in them. */
export function maskHeaders(headers: Headers, ledger: Labels): Headers {
  return headers.map(([name, value]) => {
    const masker = maskers.get(name.toLowerCase());
    return [name, masker ? masker(value, ledger) : maskOther(name, value, ledger)];
  });
}
