import type { FlowStep } from '#flows/flow.ts';
import { isAfter } from '#islands/sandbox-events/is-after.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Core } from '../core.ts';
import type { Attempt } from '../kept-state.ts';
import type { Surroundings } from '../surroundings.ts';
import { isThisAttempt, queryValue } from './attempt.ts';

/** The window is drawn first, often in the same thread, in milliseconds: the stream tells what it missed. */
const openAfter = 400;

/** What was told is drawn after so many milliseconds: the window is at work meanwhile. */
const drawAfter = 400;

/** How long the stream stays open after the redirect, in milliseconds: the last form may be told after it. */
const lingers = 2000;
/** So many times as long for a stream that is lost then: a sandbox that is stopped does not come back. */
const mostRounds = 30;

/**
 * Watches the sandbox's events while a sign-in is out: the page cannot see what the window sees,
 * the sandbox can. Listened to only while waiting, because a browser has six connections to an
 * origin, and without what pages of other sites send.
 *
 * @param signInStep the step that the window's forms belong to
 * @param onRefused the server showed an error and did not redirect
 */
export function createSignInEvents(
  core: Core,
  { events, deferred }: Pick<Surroundings, 'events' | 'deferred'>,
  signInStep: FlowStep,
  onRefused: (exchange: Exchange) => void,
) {
  const opening = deferred();
  const closing = deferred();
  const told = deferred();
  core.putsOff(told.flush);
  const seen = new Set<string>();
  let close: (() => void) | undefined;
  /** The number of the last event. */
  let last: string | undefined;
  let isLost = false;
  /** It was lost since it last stood for a while: what it missed may still be told. */
  let wasLost = false;
  let rounds = 0;

  const stop = (): void => {
    opening.drop();
    closing.drop();
    close?.();
    close = undefined;
    if (last !== undefined) core.update({ lastEventId: last });
    last = undefined;
    isLost = wasLost = false;
    rounds = 0;
  };
  const stopIfWhole = (): void => {
    rounds += 1;
    if (!wasLost || rounds > mostRounds) return stop();
    wasLost = isLost;
    closing.put(lingers, stopIfWhole);
  };

  const record = (exchange: Exchange, lastEventId = last): void =>
    told.put(drawAfter, () => {
      core.record(exchange);
      core.update(({ attempt }) => ({
        ...(attempt?.exchangeId === exchange.id
          ? { attempt: { ...attempt, transactionId: exchange.transactionId } }
          : {}),
        ...(lastEventId === undefined ? {} : { lastEventId }),
      }));
    });

  const open = (attempt: Attempt): void => {
    // A request that names no app, or one that is not there, is told among those of all apps.
    const named = queryValue(attempt.url, 'client_id');
    const clientId = named === core.app.value.clientId ? named : undefined;
    const authorizePath = new URL(attempt.url).pathname;
    let { transactionId } = attempt;

    const take = (exchange: Exchange): void => {
      if (seen.has(exchange.id)) return;
      const begins =
        new URL(exchange.request.url).pathname === authorizePath &&
        isThisAttempt(attempt, exchange.request.url);
      const belongs = transactionId !== undefined && exchange.transactionId === transactionId;
      if (!begins && !belongs) return;
      seen.add(exchange.id);
      if (!begins) return record({ ...exchange, flow: core.flow.id, step: signInStep.id });
      transactionId ??= exchange.transactionId;
      const { transcript } = core.kept.peek();
      const known: Exchange = {
        ...exchange,
        ...transcript.exchanges.find(({ id }) => id === attempt.exchangeId),
        ...(exchange.response ? { response: exchange.response } : {}),
        ...(exchange.rule === undefined ? {} : { rule: exchange.rule }),
        ...(transactionId === undefined ? {} : { transactionId }),
      };
      record(known);
      if ((exchange.response?.status ?? 0) >= 400) onRefused(known);
    };

    let after = clientId === undefined ? undefined : core.current().lastEventId;
    close = events.listen(
      (news) => {
        if (news.kind === 'state') isLost = news.state.kind === 'lost';
        wasLost ||= isLost;
        // Numbers begin again with a sandbox that was started again.
        const isAnew = news.kind === 'backlog' && after && isAfter(after, news.lastEventId);
        if (isAnew || news.kind === 'gap') after = undefined;
        if (news.kind !== 'backlog' && news.kind !== 'events') return;
        for (const { id, exchange } of news.events) {
          if (after !== undefined && !isAfter(id, after)) continue;
          // Only of the app itself is everything told up to here.
          if (clientId !== undefined) last = id;
          take(exchange);
        }
      },
      { ...(clientId !== undefined && { clientId }), strangers: 'leave-out' },
    );
  };

  return {
    start: (attempt: Attempt): void => {
      stop();
      open(attempt);
    },
    startSoon: (attempt: Attempt): void => {
      stop();
      opening.put(openAfter, () => open(attempt));
    },
    stop,
    /** Listens a while longer, then stops; a stream that is lost meanwhile is waited for. */
    stopSoon: (): void => closing.put(lingers, stopIfWhole),
  };
}
