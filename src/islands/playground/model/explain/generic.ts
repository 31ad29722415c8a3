import { errorEntry, isErrorCode } from '#protocol/errors/catalogue.ts';
import type { ExplainContext } from '../explain-context.ts';
import type { Explanation, Fix } from './explanation.ts';

const restorable = (step: string): Fix => ({
  label: 'Look at the request',
  action: { kind: 'open-step', step },
});

/** What the catalogue of errors says; for an answer that it does not know, what can be seen. */
export function explainGeneric({ code, exchange, step }: ExplainContext): Explanation {
  const shared = { comparison: [], alsoTried: [], fixes: [restorable(step)] };
  if (code !== undefined && isErrorCode(code)) {
    const { message, cause, when, fix } = errorEntry(code);
    return { ...shared, title: message, certainty: 'likely', sentences: [when, cause, fix] };
  }
  const status = exchange.response?.status;
  if (status !== undefined && status < 300) {
    return {
      ...shared,
      title: 'The answer brings no access token',
      certainty: 'certain',
      sentences: [
        'The server answered, though not with what this step needs: a JSON object with access_token.',
      ],
    };
  }
  return {
    ...shared,
    title:
      code === undefined
        ? `The server answered ${status ?? 'nothing'}`
        : `The server refused: ${code}`,
    certainty: 'cannot tell',
    sentences: [
      exchange.rule === undefined
        ? 'The answer names no cause that this page knows.'
        : `The sandbox’s rule ${exchange.rule} decided.`,
      'Compare the request with its rows: restore what was edited and send again.',
    ],
  };
}
