import type { Policy, PresetName } from './policy.ts';

type Named = Record<string, string>;

export interface FieldWords<Values extends Named | undefined = Named | undefined> {
  label: string;
  /** What the field decides, in one sentence. */
  means: string;
  /** The text that leaves the choice open, or asks for one side of it. */
  source: string;
  /** What each value means, for a field that chooses among names. */
  values: Values;
  /** What a number counts. */
  unit?: 'seconds' | 'sessions' | 'failures a minute';
}

/** Every name that a field may have needs its words; a switch and a number have none. */
type WordsOf<Value> = FieldWords<[Value] extends [string] ? Record<Value, string> : undefined>;

export const presetWords: Record<PresetName, { label: string; means: string }> = {
  ringcentral: {
    label: 'RingCentral, classic',
    means:
      'It does what RingCentral’s documents and recorded answers show, with the two flows that have ended since. The sandbox starts with it.',
  },
  strict: {
    label: 'Strict',
    means:
      'RFC 9700, Best Current Practice for OAuth 2.0 Security: PKCE for public clients, no implicit, no password, errors in the form of the RFCs.',
  },
  'ringcentral-today': {
    label: 'RingCentral today',
    means: 'Like ringcentral, with implicit and password off.',
  },
};

/** Every field in words, in the order of a flow: sign-in, code, tokens, API, errors. */
export const policyWords: { [Field in keyof Policy]: WordsOf<Policy[Field]> } = {
  profile: {
    label: 'Profile',
    means: 'The version of OAuth that the server follows.',
    source: 'draft-ietf-oauth-v2-1',
    values: {
      oauth20: 'OAuth 2.0: each field below decides for itself.',
      oauth21:
        'OAuth 2.1: no implicit, no password, no plain, no token in a query; iss is always sent.',
    },
  },
  implicit: {
    label: 'Implicit flow',
    means: 'Whether response_type=token returns an access token in the fragment.',
    source: 'RFC 9700 2.1.2',
    values: undefined,
  },
  password: {
    label: 'Password flow',
    means: 'Whether grant_type=password returns a token.',
    source: 'RFC 9700 2.4',
    values: undefined,
  },
  pkce: {
    label: 'PKCE',
    means: 'Which apps have to send a code_challenge.',
    source: 'RFC 9700 2.1.1',
    values: {
      optional: 'No app has to; a challenge that is sent is checked.',
      public: 'Browser, mobile and desktop apps have to.',
      all: 'Every app has to.',
    },
  },
  plain: {
    label: 'PKCE method plain',
    means: 'Whether a challenge may be the verifier itself.',
    source: 'RFC 7636 4.2',
    values: undefined,
  },
  pkceReplacesSecret: {
    label: 'PKCE in place of the secret',
    means: 'Whether a confidential app that proves a verifier may leave its secret out.',
    source: 'Inferred: what RingCentral does is an open question',
    values: undefined,
  },
  redirectMatch: {
    label: 'Redirect URI',
    means: 'How the URI of a request is compared with those that are registered.',
    source: 'RFC 9700 4.1.3',
    values: {
      exact: 'Character by character.',
      prefix:
        'A registered URI may be longer in a request. This is unsafe, and here only to show it.',
    },
  },
  unknownScope: {
    label: 'Unknown scope',
    means: 'What happens to a scope that the app does not have.',
    source: 'RFC 6749 3.3',
    values: {
      ignore: 'The server ignores the scope parameter: the token has all scopes of the app.',
      drop: 'The unknown scope is left out of the token.',
      refuse: 'The request is refused with invalid_scope.',
    },
  },
  iss: {
    label: 'iss in the redirect',
    means: 'Whether the redirect names the server that sends it, which prevents mix-up.',
    source: 'RFC 9207 2',
    values: undefined,
  },
  codeLifetimeSeconds: {
    label: 'Lifetime of a code',
    means: 'How long a code can be exchanged for tokens.',
    source: 'RFC 6749 4.1.2',
    values: undefined,
    unit: 'seconds',
  },
  codeTombstoneSeconds: {
    label: 'Memory of a used code',
    means: 'How long the server remembers a used code, so that it recognises a second use.',
    source: 'RFC 6749 4.1.2',
    values: undefined,
    unit: 'seconds',
  },
  consumeCodeOnWrongVerifier: {
    label: 'A wrong verifier uses up the code',
    means: 'Whether a code stops working if its verifier does not match.',
    source: 'The sandbox’s own choice: RFC 7636 4.6 leaves it open',
    values: undefined,
  },
  revokeOnReplay: {
    label: 'A code used twice',
    means: 'When the second use of a code ends the session that the first one started.',
    source: 'RFC 6749 4.1.2',
    values: {
      none: 'Never.',
      valid: 'If everything else in the second request is right.',
      any: 'Always, whatever else is wrong with it.',
    },
  },
  accessTokenLifetimeSeconds: {
    label: 'Lifetime of an access token',
    means: 'expires_in of a new token.',
    source: 'RFC 6749 5.1',
    values: undefined,
    unit: 'seconds',
  },
  refreshTokenLifetimeSeconds: {
    label: 'Lifetime of a refresh token',
    means: 'refresh_token_expires_in of a new token.',
    source: 'RFC 6749 1.5',
    values: undefined,
    unit: 'seconds',
  },
  refreshFamilyLifetimeSeconds: {
    label: 'Lifetime of a refresh family',
    means:
      'How long after the sign-in refresh tokens work at all, however often they are replaced; 0 means without an end.',
    source: 'RFC 9700 4.14.2',
    values: undefined,
    unit: 'seconds',
  },
  rotation: {
    label: 'Refresh token rotation',
    means: 'What happens to a used refresh token.',
    source: 'RFC 9700 4.14.2',
    values: {
      none: 'It stays valid; the server issues no new one.',
      rotate: 'The server replaces it and refuses it at once.',
      grace:
        'It returns the same pair again for a while, so that a client can ask again if an answer was lost.',
      'reuse-detection': 'The server replaces it, and a second use ends the session.',
    },
  },
  sessionsPerUserAndApp: {
    label: 'Sessions of a user in one app',
    means: 'How many the server keeps; one more ends the oldest.',
    source: 'RingCentral developer guide, Tokens; which one ends is inferred',
    values: undefined,
    unit: 'sessions',
  },
  revokeCascade: {
    label: 'Reach of a revocation',
    means: 'What else ends with a revoked token.',
    source: 'RFC 7009 2.1',
    values: {
      session: 'The whole session, for any of its tokens.',
      grant: 'A refresh token ends all tokens of its grant; an access token ends only itself.',
      token: 'Nothing else.',
    },
  },
  queryToken: {
    label: 'Token in the query',
    means: 'Whether the API reads ?access_token= and the revocation ?token=, which end up in logs.',
    source: 'RFC 6750 2.3, RFC 7009 2.1',
    values: undefined,
  },
  basicDecoding: {
    label: 'Basic credentials',
    means: 'How id and secret in an Authorization header are read.',
    source: 'RFC 6749 2.3.1',
    values: {
      tolerant: 'As they are, or form-decoded: most clients do not encode.',
      strict: 'Only form-decoded, as the RFC says.',
    },
  },
  errorShape: {
    label: 'Shape of errors',
    means: 'How the server writes a refusal.',
    source: 'RFC 6749 5.2, RFC 6750 3',
    values: {
      ringcentral: 'RingCentral’s form, with errorCode and errors, and its statuses.',
      rfc: 'error and error_description, with the statuses of the RFCs.',
    },
  },
  rateLimit: {
    label: 'Rate limit',
    means: 'Whether the limits of RingCentral’s API apply, such as five authorizations a minute.',
    source: 'RingCentral developer guide, Rate limits',
    values: undefined,
  },
  failureLimit: {
    label: 'Wrong secrets and passwords',
    means:
      'How many of one app or of one user the server accepts in a minute before it answers the next attempt with 429; 0 means without a limit. It counts requests of foreign pages separately.',
    source: 'RFC 6749 2.3.1, 4.3.2',
    values: undefined,
    unit: 'failures a minute',
  },
};
