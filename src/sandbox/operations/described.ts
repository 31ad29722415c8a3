import type { Operation } from './outcomes.ts';

/**
 * The members that RingCentral's API description requires of an answer, by the path of what they
 * are in: `''` is the body, `records[]` each item of a list. What is not there is required of
 * nothing in it.
 */
export type Required = Readonly<Record<string, readonly string[]>>;

const refusal: Required = { '': ['errors'], 'errors[]': ['errorCode', 'message'] };
const callLog: Required = {
  '': ['navigation', 'paging', 'records'],
  'records[]': ['type', 'direction', 'action', 'startTime', 'id', 'uri', 'sessionId'],
  'records[].extension': ['id', 'uri'],
  paging: ['perPage'],
};
const callLogAnswers = { 200: callLog, 400: refusal, 403: refusal, 404: refusal };

/**
 * Read in RingCentral's OpenAPI document of August 2026, by operation and status. What it says of
 * no status, such as 401, it requires nothing of.
 */
export const described: Readonly<Partial<Record<Operation, Readonly<Record<number, Required>>>>> = {
  authorize: { 400: refusal },
  token: {
    200: { '': ['access_token', 'expires_in', 'scope', 'token_type', 'session_id'] },
    400: refusal,
  },
  revoke: { 400: refusal },
  jwks: { 200: { '': ['keys'], 'keys[]': ['kty', 'alg', 'use', 'kid', 'n', 'e'] } },
  'openid-configuration': {
    200: {
      '': [
        'issuer',
        'authorization_endpoint',
        'token_endpoint',
        'revocation_endpoint',
        'userinfo_endpoint',
        'jwks_uri',
        'scopes_supported',
        'token_endpoint_auth_methods_supported',
        'response_types_supported',
        'subject_types_supported',
        'userinfo_signing_alg_values_supported',
        'id_token_signing_alg_values_supported',
        'code_challenge_methods_supported',
      ],
    },
  },
  extension: { 200: { profileImage: ['uri'] } },
  'extension-list': {
    200: { '': ['records'], 'records[].profileImage': ['uri'], paging: ['perPage'] },
  },
  'extension-call-log': callLogAnswers,
  'account-call-log': callLogAnswers,
};

/** Members that it requires and the sandbox does not send, and why. */
export const notSent: readonly {
  operation: Operation;
  members: readonly string[];
  why: string;
  since: string;
}[] = [
  {
    operation: 'openid-configuration',
    members: [
      'userinfo_endpoint',
      'scopes_supported',
      'subject_types_supported',
      'userinfo_signing_alg_values_supported',
      'id_token_signing_alg_values_supported',
    ],
    why: 'They describe OpenID Connect, which the sandbox does not have; its metadata has only what it does.',
    since: '2026-11-29',
  },
];

/** Every object at a path of a body; none where the path leads nowhere. */
function objectsAt(body: unknown, path: string): Record<string, unknown>[] {
  let found: unknown[] = [body];
  for (const part of path === '' ? [] : path.split('.')) {
    const [name = '', list] = part.split('[]');
    const members = found.map((each) => (each as Record<string, unknown>)[name]);
    found = (list === undefined ? members : members.flat()).filter((each) => each !== undefined);
  }
  return found as Record<string, unknown>[];
}

/** The members that an answer should have and has not, by path. */
export function missingMembers(operation: Operation, status: number, body: unknown): string[] {
  const required = described[operation]?.[status] ?? {};
  return Object.entries(required).flatMap(([path, names]) =>
    objectsAt(body, path).flatMap((object) =>
      names
        .filter((name) => !Object.hasOwn(object, name))
        .map((name) => (path === '' ? name : `${path}.${name}`)),
    ),
  );
}
