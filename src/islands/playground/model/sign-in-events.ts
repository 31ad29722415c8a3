import { exchangeSchema } from '#protocol/exchange.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { isThisAttempt, queryValue } from './attempt.ts';
import type { Core } from './core.ts';
import type { Attempt } from './kept-state.ts';

/** How long the stream stays open after the redirect: the last form may be told after it. */
const lingerMs = 2000;

/**
 * Watches the sandbox's events while a sign-in is out: the page cannot see what the window sees,
 * the sandbox can. Opened only while waiting, because a browser has six connections to an origin.
 *
 * @param onRefused the server showed an error and did not redirect
 */
export function createSignInEvents(core: Core, onRefused: (exchange: Exchange) => void) {
  let close: (() => void) | undefined;
  let linger: (() => void) | undefined;
  const seen = new Set<string>();

  const parse = (data: string): Exchange | undefined => {
    try {
      const parsed = exchangeSchema.safeParse(JSON.parse(data));
      return parsed.success ? parsed.data : undefined;
    } catch {
      return undefined;
    }
  };

  const stop = (): void => {
    close?.();
    linger?.();
    close = undefined;
    linger = undefined;
  };

  const start = (attempt: Attempt): void => {
    stop();
    const { server, surroundings, flow } = core;
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
        core.record({ ...exchange, flow: flow.id, step: 'sign-in' });
        return;
      }
      transactionId ??= exchange.transactionId;
      const ours = core.kept.value.transcript.exchanges.find(({ id }) => id === attempt.exchangeId);
      const told: Exchange = {
        ...exchange,
        ...ours,
        ...(exchange.response ? { response: exchange.response } : {}),
        ...(exchange.rule === undefined ? {} : { rule: exchange.rule }),
        ...(transactionId === undefined ? {} : { transactionId }),
      };
      core.record(told);
      const current = core.kept.value.attempt;
      if (current?.exchangeId === attempt.exchangeId) {
        core.update({ attempt: { ...current, transactionId } });
      }
      if ((exchange.response?.status ?? 0) >= 400) onRefused(told);
    };

    const after = core.kept.value.lastEventId;
    const query =
      clientId === undefined
        ? ''
        : `?${new URLSearchParams({ clientId, ...(after ? { lastEventId: after } : {}) }).toString()}`;
    close = surroundings.openEvents(
      `${server.value.origin}/sandbox/api/events${query}`,
      (id, data) => {
        const exchange = parse(data);
        if (exchange) take(exchange);
        // The number is the app's own; another app's would skip what is still to come.
        if (id !== '' && clientId !== undefined) core.update({ lastEventId: id });
      },
    );
  };

  return {
    start,
    stop,
    /** Listens a moment longer, then stops. */
    stopSoon: (): void => {
      linger?.();
      const cancel = core.surroundings.every(lingerMs, stop);
      linger = cancel;
    },
  };
}
