import type { Outcome, Row, Test } from './row.ts';

/** A JSON error with this `error`. */
export const refused = (error: string | readonly string[], status: number | number[] = 400) =>
  ({
    status,
    json: { error: typeof error === 'string' ? error : { oneOf: error } },
  }) satisfies Outcome;

/** A JSON error of RingCentral's shape with this code. */
export const refusedWith = (error: string, errorCode: string, status = 400) =>
  ({
    status,
    json: { error, 'errors.0.errorCode': errorCode, 'errors.0.message': { type: 'string' } },
  }) satisfies Outcome;

/** A page, and no way to the redirect URI (AS-026 to AS-031). */
export const errorPage: Outcome = {
  status: 400,
  headers: {
    location: null,
    'content-type': { matches: '^text/html; ?charset=utf-8$', flags: 'i' },
  },
};

/** A sign-in or consent page, or the way to one on the server itself. */
export const page: Outcome = {
  status: 200,
  headers: { location: null, 'content-type': { matches: '^text/html', flags: 'i' } },
};

/** A redirect that carries an error. */
export const redirectedError = (
  error: string | readonly string[],
  has: Record<string, Test> = {},
  place: 'query' | 'fragment' = 'query',
  to = '{redirectUri}',
) =>
  ({
    status: [302, 303],
    redirect: {
      to,
      in: place,
      has: { error: typeof error === 'string' ? error : { oneOf: error }, code: null, ...has },
    },
  }) satisfies Outcome;

/** A redirect that carries a code. */
export const redirectedCode = (
  has: Record<string, Test> = {},
  to = '{redirectUri}',
  headers: Record<string, Test> = {},
) =>
  ({
    status: [302, 303],
    headers,
    redirect: { to, in: 'query', has: { code: { matches: '.' }, error: null, ...has } },
  }) satisfies Outcome;

export const ok: Outcome = { status: 200 };
export const tokens: Outcome = {
  status: 200,
  json: { access_token: { matches: '.' }, token_type: { matches: '^bearer$', flags: 'i' } },
};

/** Both presets: what no deviation of RingCentral's touches. */
export const both = ['strict', 'ringcentral'] as const satisfies Row['presets'];
/** Levels M and S bind `strict` alone where RingCentral is known to differ. */
export const strict = ['strict'] as const satisfies Row['presets'];
export const ringcentral = ['ringcentral'] as const satisfies Row['presets'];
