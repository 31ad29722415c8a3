import { rfc } from '#flows/specs.ts';
import { decodeJwt, type DecodedJwt } from '#protocol/jwt-decode.ts';
import type { Finding } from '../../finding.ts';
import { names, valueOf } from '../parameters.ts';
import { isAccepted, isReadable, isWhole, type RequestRule, said, shows } from './rule.ts';

export const jwtGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const furthestSeconds = 99_999_999_999;

type Draft = Pick<Finding, 'title' | 'why' | 'fix'> & {
  certainty?: 'certain' | 'likely';
  lacks?: string;
};

const makeNew = 'Make a new credential in the console (Credentials, JWT), and note its end date.';
const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

/** What is wrong with a JWT as RingCentral's credential, as far as its text shows (LINT-180). */
export function wrongInJwt(
  { header, claims, signature }: Extract<DecodedJwt, { kind: 'jwt' }>,
  now: number,
): Draft | undefined {
  const { exp, nbf, iat, aud, iss, sub } = claims;
  const alg = header.alg ?? '';
  const audience = [aud ?? []].flat().join(' ');
  if (alg.toLowerCase() === 'none' || signature === '') {
    return {
      title: 'The JWT is not signed',
      why: 'Its algorithm is none or its third part is empty, so anybody could have written it.',
      fix: 'Send the credential that the console made, whole: three parts with two dots.',
    };
  }
  if (/^HS/i.test(alg)) {
    return {
      title: `Your program made the JWT itself: it is signed with ${alg}`,
      why: 'RingCentral accepts only the JWT that its console issues and signs. It refuses a JWT that an app signs with its client secret, as other providers ask, with OAU-347.',
      fix: 'Make a JWT credential in the console, for the user that the app acts for, and send that.',
    };
  }
  const milliseconds = Object.entries({ exp, nbf, iat }).find(
    ([, value]) => value !== undefined && value > furthestSeconds,
  )?.[0];
  if (milliseconds !== undefined) {
    return {
      title: `\`${milliseconds}\` of the JWT is in milliseconds`,
      why: 'A JWT counts seconds.',
      fix: 'Divide by 1000, or send the JWT that the console made.',
    };
  }
  if (exp !== undefined && exp * 1000 <= now) {
    return {
      title: `The JWT has expired, on ${day(exp)}`,
      why: 'Its exp claim is in the past. A credential can have an end date, and nobody renewed this one.',
      fix: makeNew,
    };
  }
  if (nbf !== undefined && nbf * 1000 > now + 60_000) {
    return {
      title: `The JWT is not valid before ${day(nbf)}`,
      why: 'Its nbf claim is in the future.',
      fix: 'Wait, or make a credential without it. Look at the clock of the machine that made it.',
    };
  }
  if (/devtest/i.test(`${audience} ${iss ?? ''}`)) {
    return {
      title: 'The JWT is from `devtest`, RingCentral’s former developer sandbox',
      why: 'Its aud claim names that server. The production server accepts none of its JWTs.',
      fix: 'Make a JWT credential in today’s console, and send it to https://platform.ringcentral.com.',
    };
  }
  const lacking = Object.entries({ iss, sub, aud, exp }).find(
    ([, value]) => value === undefined,
  )?.[0];
  return lacking === undefined
    ? undefined
    : {
        certainty: 'likely',
        title: `The JWT has no \`${lacking}\` claim`,
        why: 'RingCentral’s own credentials have iss, sub, aud and exp. This one was cut, or is another JWT.',
        fix: 'Send the credential that the console made.',
        lacks: 'Where the JWT comes from. Do not send the JWT itself.',
      };
}

/** Whether a JWT is a credential of RingCentral's console: its audience is a token endpoint. */
export function isConsoleJwt(text: string): boolean {
  const decoded = decodeJwt(text);
  return (
    decoded.kind === 'jwt' &&
    /\/restapi\/oauth\/token$/.test([decoded.claims.aud ?? []].flat()[0] ?? '')
  );
}

/** The usual algorithm's signature, in base64url. */
const usualSignature = 342;

/** LINT-179, LINT-181: an assertion that is no JWT, or another one. */
export const assertionForm: RequestRule = (one, within, { recognised }) => {
  if (valueOf(one, 'grant_type') !== jwtGrant || isAccepted(one)) return undefined;
  if (!shows(one, 'request body')) return undefined;
  const given = valueOf(one, 'assertion');
  const shared = { id: 'LINT-179' as const, sources: [rfc(7523, '2.1')] };
  if (given === '' || /^(?:undefined|null|none)$/i.test(given)) {
    if (given === '' && !isWhole(one, within, recognised.text)) return undefined;
    return said(one, 'assertion', {
      ...shared,
      title:
        given !== ''
          ? `\`assertion\` is the word \`${given}\``
          : names(one, 'assertion')
            ? '`assertion` is empty'
            : '`assertion` is missing',
      why: 'A variable that is not set sends nothing. RingCentral answers OAU-331.',
      fix: 'Send the JWT of the console as `assertion`, in the form body.',
    });
  }
  if (!isReadable(given)) return undefined;
  if (/^bearer\s|^["'`]|["'`]$|\s/i.test(given)) {
    const what = /^bearer\s/i.test(given)
      ? '`Bearer` is before the JWT'
      : /^["'`]|["'`]$/.test(given)
        ? 'There are quotes around the JWT'
        : 'The JWT has a space or a line break in it';
    return said(one, 'assertion', {
      ...shared,
      title: what,
      why: 'The assertion is only the JWT, three parts and two dots on one line.',
      fix: 'Remove what was added, in the settings file or where you read it.',
    });
  }
  const decoded = decodeJwt(given);
  if (decoded.kind === 'not-jwt') {
    const isToken = !given.includes('.') && given.length > 20;
    return said(one, 'assertion', {
      ...shared,
      id: isToken ? 'LINT-181' : 'LINT-179',
      title: isToken
        ? 'The assertion is not a JWT: it looks like an access token'
        : 'The assertion is not a JWT',
      why: `A JWT has three parts with two dots: ${decoded.why}.`,
      fix: 'Send the JWT credential of the console. The answer then has an access token.',
    });
  }
  return undefined;
};

/** LINT-180: what the JWT says of itself. */
export const assertionClaims: RequestRule = (one, _within, { beside }) => {
  const given = valueOf(one, 'assertion');
  if (valueOf(one, 'grant_type') !== jwtGrant || isAccepted(one) || !isReadable(given)) {
    return undefined;
  }
  const decoded = decodeJwt(given);
  // An answer's own clock stands nearer to the request than the reader's.
  const wrong = decoded.kind === 'jwt' ? wrongInJwt(decoded, beside.now) : undefined;
  return wrong && said(one, 'assertion', { id: 'LINT-180', sources: [rfc(7523, '3')], ...wrong });
};

/** Whether a signature lacks its end: RingCentral's credentials have RS256 of 2048 bits. */
export function isSignatureCut({
  header,
  signature,
}: Extract<DecodedJwt, { kind: 'jwt' }>): boolean {
  return header.alg === 'RS256' && signature !== '' && signature.length < usualSignature;
}
