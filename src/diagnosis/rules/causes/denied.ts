import { rfc } from '#flows/specs.ts';
import { ruleOf } from '#app-settings/rules/index.ts';
import { wireError } from '#protocol/errors/codes.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

const signInAgain = { label: 'Sign in again', action: { kind: 'fresh-code' as const } };

/** LINT-110: the user said no. That is the flow at work, and nothing is to be mended. */
export const denied: DiagnosisRule = ({ returned, exchange }) =>
  returned?.get('error') === 'access_denied' &&
  [undefined, wireError('SANDBOX-AUTHORIZE-3').message].includes(returned.get('error_description'))
    ? finding({
        id: 'LINT-110',
        kind: 'note',
        who: 'user',
        title: 'The user did not allow it',
        why: 'The user chose Deny or Cancel at the sign-in, so your app receives access_denied and no code. The flow works as it should.',
        fix: 'Tell the user that nothing was connected, and offer to try again.',
        evidence: [{ source: exchange.id, parameter: 'error' }],
        sources: [rfc(6749, '4.1.2.1')],
        actions: [signInAgain],
      })
    : undefined;

/** X23: the user's role lacks the permission without which no sign-in through an app succeeds. */
export const noThirdPartyApps: DiagnosisRule = ({ returned, exchange }) =>
  returned?.get('error') === 'access_denied' &&
  returned.get('error_description') === wireError('CMN-408').message
    ? finding({
        id: 'X23',
        who: 'administrator',
        title: 'This user may not use third-party apps (X23)',
        why: ruleOf('X23').words,
        fix: 'Ask an administrator to give the permission to the role. Until then sign in as another user.',
        evidence: [{ source: exchange.id, parameter: 'error' }],
        sources: [...ruleOf('X23').source],
        actions: [signInAgain],
      })
    : undefined;

/** LINT-110: the server had a trouble of its own, and says so by redirect. */
export const serverTrouble: DiagnosisRule = ({ returned, exchange }) => {
  const error = returned?.get('error');
  if (error !== 'server_error' && error !== 'temporarily_unavailable') return undefined;
  return finding({
    id: 'LINT-110',
    who: 'provider',
    title: 'The server could not finish',
    // The one says that it is over load or at rest; the other names no cause.
    certainty: error === 'server_error' ? 'likely' : 'certain',
    why: `It answered ${error}. The same request may succeed a little later.`,
    fix: 'Wait a little, then sign in again.',
    evidence: [{ source: exchange.id, parameter: 'error' }],
    sources: [rfc(6749, '4.1.2.1')],
    actions: [signInAgain],
  });
};

/** LINT-113: the callback was opened with neither a code nor an error. */
export const noAnswerInCallback: DiagnosisRule = ({ task, returned, step, exchange }) => {
  if (task !== 'return' || !returned) return undefined;
  if (['code', 'access_token', 'error'].some((name) => returned.has(name))) return undefined;
  return finding({
    id: 'LINT-113',
    title: 'The callback was opened without an answer',
    why: 'The address has neither code nor error, so it is not the answer of an authorization server.',
    fix: 'Begin at your app’s own sign-in link, not at the callback.',
    evidence: [{ source: exchange.id, parameter: 'code' }],
    sources: [rfc(6749, '4.1.2.1')],
    actions: [signInAgain, { label: 'Look at the request', action: { kind: 'open-step', step } }],
  });
};
