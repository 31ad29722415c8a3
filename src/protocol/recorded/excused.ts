/** A member in which the sandbox answers otherwise than RingCentral was recorded to. */
export interface Excused {
  /** The recorded answer. */
  id: string;
  /** Where it differs, as `compareAnswers` names it. */
  path: string;
  why: string;
  /** The day on which this was decided. */
  since: string;
}

const since = '2026-11-29';
const described =
  'RingCentral’s API description of August 2026 requires the list in every 400 of the token endpoint; the recording is of 2017.';

/** Every difference that stays, and why. Each is a difference: the test fails for one that is none. */
export const excused: readonly Excused[] = [
  { id: 'token-ropc-incomplete', path: 'errors', why: described, since },
  { id: 'token-ropc-wrong', path: 'errors', why: described, since },
  {
    id: 'authorize-no-redirect-uri-2026',
    path: 'status',
    why: 'The sandbox answers 400, as RFC 6749 has it, to all that it refuses before it trusts the redirect URI. Somebody reported the 403, with no recording of the answer.',
    since,
  },
  {
    id: 'authorize-denied',
    path: 'status',
    why: 'After a form the sandbox redirects with 303, so that no browser sends the form on (RFC 9700 section 4.12). An app sees no difference.',
    since,
  },
  {
    id: 'authorize-denied',
    path: 'location ?error_description',
    why: 'The text is encoded twice in this one sample of 2017, which the person who kept it may have done. RFC 6749 asks for once.',
    since,
  },
  {
    id: 'api-rate-limit',
    path: 'header access-control-expose-headers',
    why: 'It has RingCentral’s four. The sandbox adds three of its own that lead a reader to this exchange.',
    since,
  },
];

/** Members that the sandbox adds to a good answer, each of which RingCentral is known to send. */
export const added: Readonly<Record<string, string>> = {
  session_id: 'RingCentral’s API description of August 2026 requires it; the recordings are older.',
  endpoint_id: 'It was recorded in 2018, beside answers without it.',
  'contact.businessAddress.state': 'RingCentral’s API description has it.',
  hidden: 'RingCentral’s API description has it.',
  serviceInfo: 'The guide’s sample shows it without its content.',
  operator: 'The guide’s sample shows it without its content.',
};

/** Recorded answers that no request to the sandbox provokes, and why. */
export const notProvoked: Readonly<Record<string, string>> = {
  'token-realm': 'The sandbox has no account that is restricted to a site.',
  'token-503': 'The sandbox is never overloaded.',
};

/**
 * An older form of an answer beside the newer one that the sandbox sends: a text that RingCentral
 * has changed since is no difference of the sandbox. The older text stands in the catalogue.
 */
export const replacedBy: Readonly<Record<string, string>> = {
  'token-unknown-client': 'token-unknown-client-2025',
  'authorize-no-redirect-uri': 'authorize-no-redirect-uri-2026',
  'api-token-invalid-2017': 'api-token-garbage-2026',
};
