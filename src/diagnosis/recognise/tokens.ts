import { type Piece, partial, tokenEndpoint } from './known-parts.ts';

const most = 100;
const jwt = /\beyJ[\w-]{8,4000}\.[\w-]{4,8000}(?:\.[\w-]{0,2000})?/g;

/** JWTs in a text: a credential of the console, or an access token of somebody else's server. */
export function bareJwts(text: string): Piece[] {
  if (!text.includes('eyJ')) return [];
  return [...text.matchAll(jwt)].slice(0, most).map(({ index, 0: { length } }) => ({
    form: 'JWT',
    range: { from: index, to: index + length },
    unknown: ['request', 'response'],
    codes: [],
  }));
}

/**
 * RingCentral's codes and tokens are base64 of site, pod and kind: `SJC11P01PAS01|…`. A word that
 * begins so and stands at the beginning of a line, or behind `code`, is a code; the first letter of
 * three capitals in base64 is one of these.
 */
const code = /(?<![\w-])[Q-W][\w-]{15,2000}={0,2}(?=[\s"',;]|$)/g;
const before = /(?:^|\n)[ \t]{0,8}$|\bcode\b["']?[ \t]{0,3}(?:is|:|=)[ \t]{0,3}["']?$/i;
const isOfSite = (text: string): boolean => {
  try {
    return /^[A-Z]{3}\d\d/.test(atob(text.slice(0, 8)));
  } catch {
    return false;
  }
};

/** Bare authorization codes. */
export function bareCodes(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { index: from, 0: value } of text.matchAll(code)) {
    if (!isOfSite(value) || !before.test(text.slice(Math.max(0, from - 24), from))) continue;
    pieces.push({
      form: 'authorization code',
      range: { from, to: from + value.length },
      unknown: ['request', 'response'],
      codes: [],
    });
    if (pieces.length >= most) break;
  }
  return pieces;
}

const pair = /^[\w.-]{1,60}=\S{0,8000}$/;
const name = /(?:^|&)(?:grant_?type|assertion|refresh_?token|code_?verifier|client_?id)=/im;

/** Whether a line is a form body: pairs with `&` between, one of them of a token request. */
const isForm = (line: string): boolean =>
  pair.test(line) && name.test(line) && !line.includes('://');

/** Lines that are a form body of a token request. */
export function formBodies(text: string): Piece[] {
  const pieces: Piece[] = [];
  if (!name.test(text.includes('=') ? text : '')) return pieces;
  let from = 0;
  for (const line of text.split('\n')) {
    const body = line.trimEnd();
    const at = from;
    from += line.length + 1;
    if (!body.includes('=') || body.length > 20_000 || !isForm(body)) continue;
    const exchange = partial({
      request: {
        method: 'POST',
        url: tokenEndpoint,
        headers: [],
        body,
      },
    });
    pieces.push({
      form: 'form body',
      range: { from: at, to: at + body.length },
      exchange,
      unknown: ['request headers', 'response'],
      codes: [],
    });
    if (pieces.length >= most) break;
  }
  return pieces;
}
