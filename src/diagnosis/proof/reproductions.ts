import type { FindingId } from '../finding.ts';
import type { Expected, Replay } from './plan.ts';

/** What brings a cause about: a mistake of the flows by the end of its id, or a replay of its own. */
export interface Reproduction {
  /** Without the step that it stands before, where it is made at several: `-wrong-secret`. */
  mistake?: string;
  replay?: Replay;
  expected?: Expected;
  /** Where it happens, whatever was pasted. */
  at?: 'authorize' | 'code' | 'jwt' | 'password' | 'refresh' | 'revoke' | 'api';
}

const mistake = (id: string, at?: Reproduction['at']): Reproduction => ({
  mistake: id,
  ...(at === undefined ? {} : { at }),
});

const userOf = (extension: string, title: string, code: string): Reproduction => ({
  at: 'jwt',
  replay: { title, edits: [], extension },
  expected: { code },
});

const unknownApp = 'no-app-of-yours';

/**
 * What the sandbox does to show a cause, by the id of its finding. A code whose cause is not certain
 * has the cause that is met most often.
 */
export const reproductions: Partial<Record<FindingId, Reproduction>> = {
  'LINT-010': mistake('authorize-no-client-id', 'authorize'),
  'LINT-011': mistake('authorize-response-type', 'authorize'),
  'LINT-019': mistake('authorize-slash', 'authorize'),
  'LINT-020': mistake('authorize-encoded-twice', 'authorize'),
  'LINT-042': mistake('challenge-method', 'authorize'),
  'LINT-044': mistake('challenge-padding', 'authorize'),
  'LINT-122': mistake('code-cut', 'code'),
  'LINT-123': mistake('code-late', 'code'),
  'LINT-151': mistake('-json'),
  'LINT-155': mistake('-grant-type'),
  'LINT-158': mistake('code-twice', 'code'),
  'LINT-159': mistake('code-redirect-uri', 'code'),
  'LINT-160': mistake('verifier-missing', 'code'),
  'LINT-163': mistake('verifier-break', 'code'),
  'LINT-164': mistake('verifier-challenge', 'code'),
  'LINT-165': mistake('verifier-wrong', 'code'),
  'LINT-169': mistake('token-secret-break'),
  'LINT-173': mistake('-no-secret'),
  'LINT-174': mistake('-no-client-id'),
  'LINT-177': mistake('refresh-old', 'refresh'),
  'LINT-179': mistake('jwt-junk', 'jwt'),
  'LINT-180': mistake('jwt-expired', 'jwt'),
  'LINT-250': mistake('api-no-header', 'api'),
  'LINT-251': mistake('api-no-scheme', 'api'),
  'LINT-255': mistake('api-twice', 'api'),
  'LINT-256': mistake('api-refresh-token', 'api'),
  'LINT-258': mistake('api-late', 'api'),
  'AGW-401': mistake('api-no-header', 'api'),
  'AGW-402': mistake('api-no-scheme', 'api'),
  'CMN-101': mistake('revoke-missing', 'revoke'),
  'CMN-408': userOf('102', 'Sign in a user without Third Party Apps Access', 'CMN-408'),
  'OAU-106': mistake('code-twice', 'code'),
  'OAU-108': mistake('code-late', 'code'),
  'OAU-109': mistake('authorize-slash', 'authorize'),
  'OAU-123': mistake('-no-secret'),
  'OAU-128': mistake('api-late', 'api'),
  'OAU-140': mistake('password-wrong', 'password'),
  'OAU-141': userOf('105', 'Sign in a user who is disabled', 'OAU-141'),
  'OAU-146': mistake('-wrong-secret'),
  'OAU-149': mistake('api-refresh-token', 'api'),
  'OAU-153': {
    replay: {
      title: 'Send a client id that no app has',
      edits: [
        { kind: 'replace', name: 'client_id', value: unknownApp },
        { kind: 'basic', id: unknownApp },
      ],
    },
    expected: { code: 'OAU-153' },
  },
  'OAU-168': mistake('password-mfa', 'password'),
  'OAU-210': mistake('refresh-late', 'refresh'),
  'OAU-211': {
    at: 'refresh',
    replay: { title: 'End the session from elsewhere', edits: [], act: 'revoke-sessions' },
    expected: { code: 'OAU-211' },
  },
  'OAU-213': mistake('api-cut', 'api'),
  'OAU-250': mistake('-grant-type'),
  'OAU-331': mistake('jwt-junk', 'jwt'),
  'OAU-345': mistake('jwt-cut', 'jwt'),
  'OAU-473': mistake('jwt-other-app', 'jwt'),
  'SANDBOX-API-1': mistake('api-twice', 'api'),
  'SANDBOX-JWT-4': mistake('jwt-expired', 'jwt'),
  'SANDBOX-PKCE-1': mistake('verifier-missing', 'code'),
  'SANDBOX-PKCE-2': mistake('verifier-wrong', 'code'),
  'SANDBOX-PKCE-3': mistake('verifier-break', 'code'),
  'SANDBOX-PKCE-5': mistake('challenge-padding', 'authorize'),
  'SANDBOX-PKCE-6': mistake('challenge-method', 'authorize'),
  'SANDBOX-REQUEST-5': mistake('refresh-missing', 'refresh'),
  'SANDBOX-USER-3': mistake('password-sso', 'password'),
};

/** What is shown otherwise, or only, where a request of one kind met it. */
export const atOnePlace: Partial<Record<FindingId, Partial<Record<string, Reproduction>>>> = {
  'OAU-109': { code: mistake('code-redirect-uri', 'code') },
  'LINT-212': { password: mistake('password-wrong-app', 'password') },
  'OAU-213': { refresh: mistake('refresh-access-token', 'refresh') },
};

/**
 * What is done in the place of waiting long, by the mistake: the sandbox's clock is one for all of its
 * apps, and stays as it is.
 */
export const withoutWaiting: Readonly<Record<string, Pick<Replay, 'policy' | 'act' | 'wait'>>> = {
  'code-late': { policy: { codeLifetimeSeconds: 0 } },
  // With none the server issues none.
  'refresh-late': { policy: { refreshTokenLifetimeSeconds: 1 }, wait: 2 },
  'refresh-old': { policy: { rotation: 'rotate' } },
  'api-late': { act: 'expire-access-tokens' },
};
