/*
 * What a paste of a broken run can prove, typed by hand from what each way of pasting shows. It
 * imports nothing that it judges. `causeOfMistake` has the cause that was put in.
 */

/**
 * `answer`: status and body alone. `exchange`: the failing request and its answer as HTTP text.
 * `transcript`: all of the run as HTTP text. `terminal`: all of it as curl with what it answered.
 */
export const ways = ['answer', 'exchange', 'transcript', 'terminal'] as const;
export type Way = (typeof ways)[number];

/** The same cause under another id: what tells the two apart is in no paste, or one says more than the other. */
export const sameCause: Readonly<Record<string, readonly string[]>> = {
  // Whether the app has a secret that it did not send is in its settings.
  'LINT-174': ['LINT-173'],
  'LINT-173': ['LINT-174'],
  // The end of a JWT is missing, and so its signature does not verify.
  'OAU-345': ['LINT-179'],
  // A blank behind the password is a `+` in the form, as an unencoded plus is.
  'OAU-140': ['LINT-154'],
  // A refresh token that was used before is the same one used twice.
  'LINT-177': ['LINT-178'],
  // The app may not use the password flow; at RingCentral none may.
  'LINT-212': ['X12', 'LINT-110'],
};

/** Mistakes that no server refuses: nothing may be called wrong but by what stands in `risks`. */
export const notRefused: Readonly<Record<string, readonly string[]>> = {
  'authorize-no-state': ['LINT-030', 'LINT-012', 'LINT-115'],
  'api-query': ['LINT-254'],
  'revoke-unknown': ['LINT-012', 'LINT-156'],
};

/** Where the code is all that a paste of this kind proves; with more of the run, or the settings, the cause shows. */
export const codeAlone: Readonly<Record<Way, readonly string[]>> = {
  // The answer alone: its code, and no more.
  answer: [],
  exchange: [
    // The registered address is in the settings, what was issued before in earlier exchanges.
    'authorize-slash',
    'code-redirect-uri',
    'code-twice',
    'code-cut',
    'verifier-break',
    'verifier-challenge',
    'refresh-access-token',
    'refresh-old',
    'api-refresh-token',
  ],
  transcript: [
    'authorize-slash',
    // In the flows that begin with tokens these came from another run.
    'refresh-access-token',
    'api-refresh-token',
  ],
  terminal: ['authorize-slash', 'refresh-access-token', 'api-refresh-token'],
};

/** A transcript that has another refusal before the broken one, which the flow is there to show. */
export const earlierRefusal: Readonly<Record<string, string>> = { 'refresh-old': 'LINT-262' };

/**
 * What may be told of a run that worked: of the flows that RingCentral ended, that they ended; and
 * where the settings say that an app has no secret, that it needs PKCE. An address without an answer
 * behind it is judged before any server has.
 */
export const healthyPaste: Readonly<
  Record<'alone' | 'with settings', Readonly<Record<string, readonly string[]>>>
> = {
  alone: {
    implicit: ['risk LINT-012', 'risk LINT-115'],
    password: ['risk LINT-156'],
  },
  'with settings': {
    'auth-code': ['risk LINT-040', 'wrong LINT-040'],
    implicit: ['risk LINT-012', 'wrong LINT-012', 'risk LINT-115'],
    password: ['risk LINT-156'],
  },
};
