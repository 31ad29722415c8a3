import { authorizeParameters, kindOf } from '../request-parts.ts';
import type { RemarkRule } from '../remark.ts';

/** LINT-030, LINT-031: what ties the answer to this browser (RFC 6749 section 10.12). */
export const authorizeState: RemarkRule = ({ exchange, earlier }) => {
  if (kindOf(exchange) !== 'authorize') return undefined;
  const state = authorizeParameters(exchange).get('state') ?? '';
  if (state === '') {
    return {
      id: 'LINT-030',
      kind: 'wrong',
      words: 'No `state`: somebody else’s answer would be taken for yours.',
      fix: 'Send a random `state`, keep it in the session, compare it on return.',
      part: 'sign in',
    };
  }
  const again = earlier.some(
    (other) => kindOf(other) === 'authorize' && authorizeParameters(other).get('state') === state,
  );
  if (again) {
    return {
      id: 'LINT-032',
      kind: 'wrong',
      words: 'The same `state` as in an earlier sign-in.',
      fix: 'Make a new one for each sign-in.',
      part: 'sign in',
    };
  }
  return state.length < 16
    ? {
        id: 'LINT-031',
        kind: 'production',
        words: `\`state\` of ${state.length} characters can be guessed.`,
        fix: 'Use 16 random bytes or more.',
        part: 'sign in',
      }
    : { id: 'LINT-030', kind: 'well', words: `\`state\` of ${state.length} characters` };
};
