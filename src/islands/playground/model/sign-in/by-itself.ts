import type { Exchange } from '#protocol/exchange.ts';
import type { Core } from '../core.ts';
import type { OpenedWindow, Surroundings } from '../surroundings.ts';
import type { Waiting } from './waiting.ts';

/** A sign-in and a consent, and room for a page that asks again. */
const mostPages = 4;

/** How often a window is looked at, in milliseconds. */
const looksEvery = 50;

type Outside = Pick<Surroundings, 'visit' | 'pressIn' | 'every'>;

/** What came of the forms: the address that they led back to, or what the server showed instead. */
type End =
  | { kind: 'back'; url: string }
  | { kind: 'shown'; answer: Pick<Exchange, 'response' | 'rule' | 'failure'> };

/** Presses what stands in the window, until its redirect has come back or nobody waits for it. */
function press(
  core: Core,
  { pressIn, every }: Outside,
  opened: OpenedWindow,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const stop = every(looksEvery, () => {
      if (!signal.aborted && core.current().attempt) return pressIn(opened);
      stop();
      opened.close();
      resolve();
    });
  });
}

/** Posts the sandbox's own forms, each with its first button, as a browser does. */
async function post({ visit }: Outside, url: string): Promise<End> {
  const { pathname } = new URL(url);
  let next: Request | undefined = new Request(url);
  let shown: Pick<Exchange, 'response' | 'rule'> = {};
  try {
    for (let page = 0; next && page < mostPages; page += 1) {
      const visited = await visit(next);
      if (!new URL(visited.url).pathname.startsWith(pathname)) {
        return { kind: 'back', url: visited.url };
      }
      const { status, rule } = visited;
      shown = { response: { status, headers: [] }, ...(rule === undefined ? {} : { rule }) };
      next = status < 400 ? visited.press : undefined;
    }
    return { kind: 'shown', answer: shown };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return { kind: 'shown', answer: { failure: { kind: 'unreachable', message } } };
  }
}

/**
 * The demo user signs in and allows, without the reader. What is sent stands in the transcript, as of
 * every sign-in.
 */
export async function signInByItself(
  core: Core,
  outside: Outside,
  waiting: Waiting,
  signal: AbortSignal,
): Promise<void> {
  const exchange = await waiting.beginByItself(core.open.value.id);
  if (!exchange) return;
  if (signal.aborted) return waiting.stop();
  const opened = waiting.opened();
  if (opened) {
    await press(core, outside, opened, signal);
    if (signal.aborted) waiting.stop();
    return;
  }
  const end = await post(outside, exchange.request.url);
  if (signal.aborted) waiting.stop();
  else if (end.kind === 'back') waiting.take(end.url);
  else waiting.failed({ ...exchange, ...end.answer });
}
