import * as z from 'zod/mini';
import { type Exchange, exchangeSchema } from '#protocol/exchange.ts';

/** One exchange under the number that the sandbox gave it. */
export const sandboxEventSchema = z.object({ id: z.string(), exchange: exchangeSchema });
export type SandboxEvent = z.infer<typeof sandboxEventSchema>;

/** What `/sandbox/api/events/backlog` answers; an event that cannot be read is left out, not all of them. */
export const backlogSchema = z.object({
  events: z.array(z.unknown()),
  lastEventId: z.string(),
  earlier: z.number(),
});

/** Past requests, oldest first. */
export interface Backlog {
  events: readonly SandboxEvent[];
  /** Where a stream goes on. */
  lastEventId: string;
  /** How many older ones the sandbox still keeps. */
  earlier: number;
}

/** How the stream is: `lost` since a time on the page's clock, and being opened again. */
export const streamStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connecting') }),
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('lost'), since: z.number() }),
]);
export type StreamState = z.infer<typeof streamStateSchema>;

/**
 * What a listener hears. `backlog`: what was there, in one piece; a second one begins anew, after a
 * page was put aside. `events`: what came since the last time, often one. `gap`: requests came that
 * the sandbox no longer keeps.
 */
export type News =
  | ({ kind: 'backlog' } & Backlog)
  | { kind: 'events'; events: readonly SandboxEvent[] }
  | { kind: 'gap' }
  | { kind: 'state'; state: StreamState };

/** What the tabs say to each other: what the one that has the stream receives, and a question how it is. */
export const tabMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask') }),
  z.object({ kind: z.literal('event'), event: sandboxEventSchema }),
  z.object({ kind: z.literal('gap') }),
  z.object({ kind: z.literal('state'), state: streamStateSchema }),
]);
export type TabMessage = z.infer<typeof tabMessageSchema>;

/** What comes over the stream, one at a time. */
export type StreamNews = Exclude<TabMessage, { kind: 'ask' }>;

/** An exchange as it came over the stream, or undefined where it is none. */
export function parseExchange(data: string): Exchange | undefined {
  try {
    const parsed = exchangeSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
