import type { FlowId } from '#app-settings/app.ts';
import type { FlowAvailability } from '#app-settings/availability.ts';
import { redirectFlows } from '#app-settings/flow-kinds.ts';
import { ruleOf } from '#app-settings/rules/index.ts';
import type { ErrorCode } from '#protocol/errors/catalogue.ts';

/** What RingCentral answers if a refused flow is tried anyway. */
export interface Predicted {
  /** Its text stands in the catalogue. */
  code: ErrorCode;
  /** Where the reader meets it. */
  where: string;
  /** The settings bring it, or what RingCentral does today does. */
  part: 'settings' | 'today';
}

const atSignIn: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['CMN-408', 'SANDBOX-USER-1']);

function placeOf(code: ErrorCode, flow: FlowId): string {
  if (!redirectFlows.has(flow)) return 'from the token endpoint';
  if (atSignIn.has(code)) return 'after the sign-in';
  return 'from the authorize endpoint';
}

/** The error of a refusal; undefined where nobody has seen it. */
export function predictedOf(flow: FlowId, verdict: FlowAvailability): Predicted | undefined {
  const bySettings = verdict.bySettings === 'refused';
  const code =
    verdict.predictedError ??
    (bySettings || verdict.today !== 'refused'
      ? undefined
      : verdict.reasons
          .map(ruleOf)
          .find(({ part, predictedError }) => part === 'today' && predictedError !== undefined)
          ?.predictedError);
  if (code === undefined) return undefined;
  return {
    code,
    where: placeOf(code, flow),
    part: bySettings ? 'settings' : 'today',
  };
}
