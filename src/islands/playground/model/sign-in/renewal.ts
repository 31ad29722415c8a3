import type { FlowStep } from '#flows/flow.ts';
import type { SendTools } from '#flows/send.ts';
import type { Core } from '../core.ts';
import { without } from '../kept-state.ts';
import type { HeldPair } from '../kept-state.ts';
import { makePair, makeState } from '../make/pkce.ts';
import type { Pair } from '../make/pkce.ts';
import { queryValue } from './attempt.ts';

const ofPair = ['code_verifier', 'code_challenge'] as const;

/**
 * What is good for one authorization request, made anew for the next: the state, and the pair of
 * verifier and challenge (RFC 7636 section 4.1). A pair takes a hash, which a click cannot wait for,
 * so the next one is made ahead.
 *
 * @param navigate the step that sends the request
 */
export function createRenewal(
  core: Core,
  { random, clock }: Pick<SendTools, 'random' | 'clock'>,
  navigate: FlowStep,
) {
  let next: Pair | undefined;
  let making: Promise<void> | undefined;

  /** Makes the next pair, unless it is made already. */
  const prepare = async (): Promise<void> => {
    if (next) return;
    making ??= makePair(random).then((pair) => {
      next = pair;
      making = undefined;
    });
    await making;
  };

  const wasSent = (name: string, value: string | undefined): boolean =>
    value !== undefined &&
    core
      .current()
      .transcript.exchanges.some(
        ({ step, request }) => step === navigate.id && queryValue(request.url, name) === value,
      );

  /** Whether the pair in hand went out before. One that the reader has edited stays, so that the edit goes on meaning what it says. */
  const isUsed = (): boolean => {
    const { values, edits } = core.current();
    const isEdited = Object.values(edits).some((rows) =>
      ofPair.some((name) => rows[name]?.kind === 'value'),
    );
    return !isEdited && wasSent('code_challenge', values['code_challenge']?.value);
  };

  return {
    prepare,
    /** Whether a pair is needed that is not made yet. */
    lacks: (): boolean => next === undefined && isUsed(),
    /** Puts new values in the place of used ones. @returns the pair of before, where there is a new one */
    renew: (): HeldPair | undefined => {
      const { state, code_verifier, code_challenge } = core.current().values;
      const hold = (name: string, value: string): void =>
        core.hold(name, { value, at: clock.now() });
      const pair = isUsed() ? next : undefined;
      core.update(({ sentWith }) => ({ sentWith: without(sentWith, navigate.id) }));
      if (wasSent('state', state?.value)) hold('state', makeState(random));
      if (!pair || !code_verifier || !code_challenge) return undefined;
      next = undefined;
      for (const name of ofPair) hold(name, pair[name]);
      void prepare();
      return { code_verifier, code_challenge };
    },
  };
}
