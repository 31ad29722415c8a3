import type { FlowId } from '#app-settings/app.ts';
import { endedFlows } from '#app-settings/ended-flows.ts';
import { type Case, stepThat } from './case.ts';
import type { Offer } from './finding.ts';

/** Whether the code in hand can be traded no more. */
export const isCodeSpent = ({ values }: Case): boolean => values?.['code']?.spentAt !== undefined;

/**
 * Puts rows of the request back as they were and sends it; with a fresh code, where the one in hand
 * is spent and the step trades it.
 */
export function putBack(one: Case, names: string[], label = 'Put it right'): Offer {
  const { step, task } = one;
  return task === 'token' && isCodeSpent(one)
    ? {
        label: `${label} and get a fresh code`,
        action: { kind: 'fresh-code', step, restore: names },
      }
    : { label: `${label} and send`, action: { kind: 'restore', step, names, send: true } };
}

/** What was wrong was sent with the authorization request: a new one is needed. */
export function signInWith(one: Case, names: string[], label: string): Offer {
  return {
    label,
    action: { kind: 'fresh-code', step: stepThat(one, 'authorize'), restore: names },
  };
}

export const freshCode: Offer = { label: 'Get a fresh code', action: { kind: 'fresh-code' } };

/** Begins the session anew: a sign-in, another exchange, new tokens. */
export function again(one: Case): Offer {
  if (!one.flow || stepThat(one, 'authorize') !== '') {
    return { label: 'Sign in again', action: { kind: 'fresh-code' } };
  }
  const exchange = stepThat(one, 'token');
  return exchange !== ''
    ? { label: 'Get new tokens', action: { kind: 'open-step', step: exchange } }
    : {
        label: 'Get new tokens',
        action: { kind: 'open-step', step: one.flow.steps[0]?.id ?? '' },
      };
}

export function lookAt({ step }: Pick<Case, 'step'>): Offer {
  return { label: 'Look at the request', action: { kind: 'open-step', step } };
}

/** The page on which a reader goes on without a flow that RingCentral has ended; nothing of any other flow. */
export function moveOff(flow: FlowId): Offer[] {
  const page = endedFlows[flow];
  return page ? [{ label: page.words, action: { kind: 'open-page', href: page.href } }] : [];
}
