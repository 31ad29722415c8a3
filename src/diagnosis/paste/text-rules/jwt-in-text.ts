import { rfc } from '#flows/specs.ts';
import { decodeJwt, type DecodedJwt } from '#protocol/jwt-decode.ts';
import type { PasteRule } from '../paste-case.ts';
import { isSignatureCut, wrongInJwt } from '../request-rules/assertion.ts';
import { foundIn, saidOf, type Found } from './rule.ts';

const whole = /\beyJ[\w-]{8,4000}\.[\w-]{4,8000}\.[\w-]{0,2000}/g;
const mostJwts = 20;

interface JwtInText extends Found {
  decoded: Extract<DecodedJwt, { kind: 'jwt' }>;
  /** What stands before and behind it, on its line. */
  before: string;
  after: string;
}

/** JWTs that are meant for RingCentral's token endpoint: a credential of the console, or one that plays it. */
function credentials(text: string): JwtInText[] {
  return [...text.matchAll(whole)].slice(0, mostJwts).flatMap((match) => {
    const range = { from: match.index, to: match.index + match[0].length };
    const decoded = decodeJwt(match[0]);
    if (decoded.kind !== 'jwt') return [];
    const before =
      text
        .slice(Math.max(0, range.from - 60), range.from)
        .split('\n')
        .at(-1) ?? '';
    const after = text.slice(range.to, range.to + 12);
    const { aud, iss } = decoded.claims;
    const isOurs =
      /ringcentral|\/restapi\/oauth\/token/.test([aud ?? [], iss ?? []].flat().join(' ')) ||
      /(?:assertion|jwt)["']?\s*[:=]\s*["'`]?$/i.test(before);
    return isOurs ? [{ range, groups: [match[0]], decoded, before, after }] : [];
  });
}

/** LINT-180: what a JWT of the paste says of itself, wherever it stands. */
export const jwtClaims: PasteRule = ({ recognised: { text }, beside }) => {
  for (const jwt of credentials(text)) {
    const wrong = wrongInJwt(jwt.decoded, beside.now);
    if (wrong) {
      return saidOf(jwt, 'JWT', { id: 'LINT-180', sources: [rfc(7523, '3')], ...wrong });
    }
  }
  return undefined;
};

const quoted = /(["'`])(eyJ[\w.\s-]{20,6000})\1/g;

/** A quoted text that is a JWT once its white space is gone. */
function brokenJwt(text: string): Found | undefined {
  for (const match of text.matchAll(quoted)) {
    const inside = (match[2] ?? '').trim();
    if (!/\s/.test(inside) || decodeJwt(inside.replaceAll(/\s+/g, '')).kind !== 'jwt') continue;
    return { range: { from: match.index, to: match.index + match[0].length }, groups: [] };
  }
  return undefined;
}

/** LINT-179: what was added to a JWT, or fell off it. */
export const jwtForm: PasteRule = ({ recognised: { text } }) => {
  const shared = { id: 'LINT-179' as const, sources: [rfc(7523, '2.1')] };
  const prefixed = foundIn(
    text,
    /(?:assertion|jwt)["']?\s*[:=]\s*["'`]?\s*Bearer(?:%20|\+|\s)+eyJ[\w.-]{0,60}/i,
  );
  if (prefixed) {
    return saidOf(prefixed, 'JWT', {
      ...shared,
      title: '`Bearer` is before the JWT in the settings',
      why: 'The assertion is only the JWT, three parts and two dots. With the word before it, it is not a JWT, and RingCentral answers OAU-331.',
      fix: 'Remove the word `Bearer` and the space: the SDK sends the JWT as `assertion`.',
    });
  }
  const inQuotes = foundIn(text, /(?:'"|"'|\\"|`"|`'|"\\')eyJ[\w-]{8,4000}\.[\w-]{4,8000}/);
  if (
    inQuotes &&
    !/[{,]\s*\\?"[\w]{1,40}\\?"\s*:\s*\\?$/.test(
      text.slice(Math.max(0, inQuotes.range.from - 60), inQuotes.range.from + 1),
    )
  ) {
    return saidOf(inQuotes, 'JWT', {
      ...shared,
      title: 'There are quotes inside the JWT’s text',
      why: 'They were copied with it, from a .env file or from JSON. With them the assertion is not a JWT, and RingCentral answers OAU-331.',
      fix: 'Remove the inner quotes: the JWT is only three parts and two dots.',
    });
  }
  const broken = brokenJwt(text);
  if (broken) {
    return saidOf(broken, 'JWT', {
      ...shared,
      title: 'The JWT has a line break or a space inside',
      why: 'Copying added it. The signature is over the text without it, so the server answers OAU-345 or OAU-331.',
      fix: 'Put it on one line, without spaces, as the console shows it.',
    });
  }
  const unsigned = foundIn(
    text,
    /(?<![\w.-])eyJ[\w-]{8,4000}\.eyJ[\w-]{8,8000}(?![\w.…*█•-]|\s*\(trunc)/,
  );
  if (unsigned) {
    return saidOf(unsigned, 'JWT', {
      ...shared,
      title: 'The third part of the JWT, its signature, is missing',
      why: 'A JWT has three parts with a dot between them, and this text ends after the second.',
      fix: 'Copy the credential again, all three parts, to its last character.',
    });
  }
  for (const jwt of credentials(text)) {
    if (/^[…*█•.]|^\s*\(trunc/i.test(jwt.after) || !isSignatureCut(jwt.decoded)) continue;
    return saidOf(jwt, 'JWT', {
      ...shared,
      certainty: 'likely',
      title: 'The end of the JWT is missing: its signature is too short',
      why: `A signature of RS256 has 342 characters here, this one has ${jwt.decoded.signature.length}. Header and claims can still be read; the end was cut. RingCentral answers OAU-345.`,
      fix: 'Copy the credential again, all three parts, to its last character.',
      lacks: 'How many characters the JWT has in the console. Do not send the JWT itself.',
    });
  }
  return undefined;
};
