import { isAfter } from '#islands/sandbox-events/is-after.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { isThisAttempt, queryValue } from './attempt.ts';
import type { Core } from './core.ts';
import type { Attempt } from './kept-state.ts';

/** How long the stream stays open after the redirect: the last form may be told after it. */
const lingerMs = 2000;

/**
 * Watches the sandbox's events while a sign-in is out: the page cannot see what the window sees,
 * the sandbox can. Listened to only while waiting, because a browser has six connections to an
 * origin, and without what pages of other sites send.
 *
 * @param onRefused the server showed an error and did not redirect
 */
export function createSignInEvents(core: Core, onRefused: (exchange: Exchange) => void) {
  let close: (() => void) | undefined;
  let linger: (() => void) | undefined;
  const seen = new Set<string>();

  /** What was told and is not drawn yet: the window is at work, often in the same thread. */
  let told: Exchange[] = [];
  /** The number of the last event. */
  let last: string | undefined;
  const keepWhatWasTold = (): void => {
    const exchanges = told;
    told = [];
    for (const exchange of exchanges) core.record(exchange);
    const { attempt } = core.kept.value;
    const begun = exchanges.find(({ id }) => id === attempt?.exchangeId);
    if (attempt && begun)
      core.update({ attempt: { ...attempt, transactionId: begun.transactionId } });
    if (last !== undefined) core.update({ lastEventId: last });
    last = undefined;
  };
  const keep = (exchange: Exchange): void => {
    told.push(exchange);
    if (told.length === 1) core.surroundings.inAMoment(keepWhatWasTold);
  };

  /** Whom the stream is opened for in a moment. */
  let planned: { attempt: Attempt; isOver: boolean } | undefined;

  const stop = (): void => {
    planned = undefined;
    keepWhatWasTold();
    close?.();
    linger?.();
    close = undefined;
    linger = undefined;
  };

  const start = (attempt: Attempt): void => {
    stop();
    const { surroundings, flow } = core;
    // A request that names no app, or one that is not there, is told among those of all apps.
    const named = queryValue(attempt.url, 'client_id');
    const clientId = named === core.app.value.clientId ? named : undefined;
    const authorizePath = flow.steps.find(({ kind }) => kind === 'navigate')?.request?.path;
    let { transactionId } = attempt;

    const take = (exchange: Exchange): void => {
      if (seen.has(exchange.id)) return;
      const begins =
        new URL(exchange.request.url).pathname === authorizePath &&
        isThisAttempt(attempt, exchange.request.url);
      const belongs = transactionId !== undefined && exchange.transactionId === transactionId;
      if (!begins && !belongs) return;
      seen.add(exchange.id);
      if (!begins) {
        keep({ ...exchange, flow: flow.id, step: 'sign-in' });
        return;
      }
      transactionId ??= exchange.transactionId;
      const ours = core.kept.value.transcript.exchanges.find(({ id }) => id === attempt.exchangeId);
      const known: Exchange = {
        ...exchange,
        ...ours,
        ...(exchange.response ? { response: exchange.response } : {}),
        ...(exchange.rule === undefined ? {} : { rule: exchange.rule }),
        ...(transactionId === undefined ? {} : { transactionId }),
      };
      keep(known);
      if ((exchange.response?.status ?? 0) < 400) return;
      keepWhatWasTold();
      onRefused(known);
    };

    let after = clientId === undefined ? undefined : core.kept.value.lastEventId;
    close = surroundings.events.listen(
      (news) => {
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

  /** Listens a while longer, then stops. */
  const stopSoon = (): void => {
    if (planned) {
      planned.isOver = true;
      return;
    }
    keepWhatWasTold();
    linger?.();
    const cancel = core.surroundings.every(lingerMs, stop);
    linger = cancel;
  };

  return {
    start,
    /** The window is drawn first: the stream tells what it missed. */
    startInAMoment: (attempt: Attempt): void => {
      stop();
      const mine = { attempt, isOver: false };
      planned = mine;
      core.surroundings.inAMoment(() => {
        if (planned !== mine) return;
        planned = undefined;
        start(attempt);
        if (mine.isOver) stopSoon();
      });
    },
    stop,
    stopSoon,
  };
}
