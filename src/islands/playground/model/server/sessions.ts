import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { interpret } from '#flows/interpret.ts';
import { decodeForm } from '#protocol/form.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Core } from '../core.ts';
import type { HeldValue } from '../kept-state.ts';

/** What one log-in at a real server brought, as far as this tab knows of it. */
export interface Session {
  /** Of the exchange that brought it. */
  id: string;
  access?: HeldValue;
  refresh?: HeldValue;
}

/** The sessions that this tab holds at a server. */
export interface Sessions {
  readonly live: ReadonlySignal<readonly Session[]>;
  /** Reads each exchange of a run once; answers the way to stop. */
  follow(core: Core): () => void;
  clear(): void;
}

function parameters(body: string | undefined): Map<string, string> {
  const form = decodeForm(body ?? '');
  return new Map(form.kind === 'form' ? form.pairs : []);
}

/** What a token answer, or a redirect with a token in its fragment, brought. */
function brought(exchange: Exchange): Omit<Session, 'id'> | undefined {
  const { request, startedAt: at } = exchange;
  if (exchange.to === 'app') {
    const fragment = parameters(request.url.split('#')[1]);
    const value = fragment.get('access_token');
    return value === undefined ? undefined : { access: { value, at } };
  }
  if (request.method !== 'POST' || !parameters(request.body).has('grant_type')) return undefined;
  const outcome = interpret('token', exchange);
  if (outcome.kind !== 'done') return undefined;
  const { access_token, refresh_token } = outcome.values;
  return {
    ...(access_token && { access: { ...access_token, at } }),
    ...(refresh_token && { refresh: { ...refresh_token, at } }),
  };
}

/** The token that a revocation has ended. */
function ended({ request, response }: Exchange): string | undefined {
  const isOver = response !== undefined && response.status >= 200 && response.status < 300;
  return isOver ? parameters(request.body).get('token') : undefined;
}

export function createSessions(): Sessions {
  const live = signal<readonly Session[]>([]);
  const seen = new Set<string>();

  const take = (exchange: Exchange): void => {
    // A window that is told again, with what came of it, is no news.
    if (!exchange.server || (exchange.to !== 'app' && !exchange.response)) return;
    if (seen.has(exchange.id)) return;
    seen.add(exchange.id);
    const dead = ended(exchange);
    const refreshed = parameters(exchange.request.body).get('refresh_token');
    const news = brought(exchange);
    const stays = ({ access, refresh }: Session): boolean =>
      (dead === undefined || (access?.value !== dead && refresh?.value !== dead)) &&
      !(news && refreshed !== undefined && refresh?.value === refreshed);
    const before = live.peek().find((session) => !stays(session));
    const others = live.peek().filter(stays);
    if (news) {
      // A server that rotates nothing answers without a refresh token: the one before stays good.
      const refresh = news.refresh ?? before?.refresh;
      live.value = [...others, { id: exchange.id, ...news, ...(refresh && { refresh }) }];
    } else if (others.length !== live.peek().length) live.value = others;
  };

  return {
    live,
    follow: (core) =>
      effect(() => {
        const { exchanges } = core.kept.value.transcript;
        for (const exchange of exchanges) take(exchange);
      }),
    clear: () => {
      live.value = [];
    },
  };
}
