import { kindOf, pathOf, statusOf } from '../request-parts.ts';
import type { RemarkRule } from '../remark.ts';

/** One more try after a refresh is right; a third with the same refusal is a loop. */
export const retry: RemarkRule = ({ exchange, earlier }) => {
  if (kindOf(exchange) !== 'api' || statusOf(exchange) !== 401) return undefined;
  const [last, before] = [earlier.at(-1), earlier.at(-2)];
  const looped = [last, before].every(
    (other) => other && pathOf(other) === pathOf(exchange) && statusOf(other) === 401,
  );
  return looped
    ? {
        id: 'LINT-309',
        kind: 'wrong',
        words: 'The third call in a row that was refused with 401.',
        fix: 'After a 401 refresh once and try once more. A second 401 means that the session is over.',
        part: 'api',
      }
    : undefined;
};
