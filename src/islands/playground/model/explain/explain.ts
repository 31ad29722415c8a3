import type { ExplainContext } from '../explain-context.ts';
import { explainAccessToken } from './access-token.ts';
import { explainClientId } from './client-id.ts';
import { explainCode } from './code.ts';
import { explainDenied } from './denied.ts';
import type { Explanation } from './explanation.ts';
import { explainGeneric } from './generic.ts';
import { explainMissingState } from './missing-state.ts';
import { explainRedirectUri } from './redirect-uri.ts';
import { explainRefreshToken } from './refresh-token.ts';
import { explainState } from './state.ts';
import { explainUnreachable } from './unreachable.ts';
import { explainVerifier } from './verifier.ts';

/** Answers an explanation when the case is its own. */
export type Explainer = (
  context: ExplainContext,
) => Explanation | undefined | Promise<Explanation | undefined>;

/** The first that answers is shown: what is certain first, what fits any refusal last. */
const explainers: readonly Explainer[] = [
  explainUnreachable,
  explainState,
  explainMissingState,
  explainDenied,
  explainClientId,
  explainRedirectUri,
  explainCode,
  explainVerifier,
  explainRefreshToken,
  explainAccessToken,
];

/** Tells a refusal: what happened, why, and the one thing to do. */
export async function explain(context: ExplainContext): Promise<Explanation> {
  for (const explainer of explainers) {
    const explanation = await explainer(context);
    if (explanation) return explanation;
  }
  return explainGeneric(context);
}
