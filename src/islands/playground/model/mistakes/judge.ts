import { predictionText } from '#flows/mistakes/mistake.ts';
import type { Prediction } from '#flows/mistakes/mistake.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { errorCodeOf } from '#protocol/exchange-parts.ts';
import type { StepAnswer } from '../kept-state.ts';

/**
 * What a request was answered with, as a prediction says it; undefined before it is. A redirect that
 * refuses answers the GET itself, and any other one answers a form: the user's own no, too.
 */
export function actualOf(answer: StepAnswer | undefined): Prediction | undefined {
  if (answer?.kind === 'redirect') {
    const error = answer.parameters.find(({ name }) => name === 'error')?.value;
    const status = error === undefined || error === 'access_denied' ? 303 : 302;
    return { status, ...(error === undefined ? {} : { code: error }) };
  }
  if (answer?.kind !== 'exchange') return undefined;
  return fromExchange(answer.exchange);
}

function fromExchange({ response }: Exchange): Prediction | undefined {
  if (!response) return undefined;
  const code = response.status < 400 ? undefined : errorCodeOf(response.body);
  return { status: response.status, ...(code === undefined ? {} : { code }) };
}

interface Judgement {
  asPredicted: boolean;
  /** "400, OAU-109". */
  actual: string;
}

/**
 * Compares an answer with what was predicted. A page that the server shows in its own window names
 * no code to this one: there the status alone decides.
 */
export function judge(predicted: Prediction, actual: Prediction): Judgement {
  const refused = actual.status >= 400;
  const unnamed = refused && actual.code === undefined;
  const sameCode = unnamed || actual.code === predicted.code;
  const told = unnamed ? `${actual.status}, shown in its window` : predictionText(actual);
  return { asPredicted: actual.status === predicted.status && sameCode, actual: told };
}
