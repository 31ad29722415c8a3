import * as z from 'zod/mini';
import { type Exchange, exchangeSchema } from '#protocol/exchange.ts';

/** One exchange under the number that the sandbox gave it. */
export const sandboxEventSchema = z.object({ id: z.string(), exchange: exchangeSchema });
export type SandboxEvent = z.infer<typeof sandboxEventSchema>;

/** How the stream is: `lost` since a time on the page's clock, and being opened again. */
export const streamStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connecting') }),
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('lost'), since: z.number() }),
]);
export type StreamState = z.infer<typeof streamStateSchema>;

/** What a listener hears. `gap`: requests came that the sandbox no longer keeps. */
export type News =
  { kind: 'event'; event: SandboxEvent } | { kind: 'gap' } | { kind: 'state'; state: StreamState };

/** What the tabs say to each other. */
export const tabMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('leading') }),
  z.object({ kind: z.literal('ask'), from: z.string(), after: z.string() }),
  z.object({
    kind: z.literal('kept'),
    to: z.string(),
    events: z.array(sandboxEventSchema),
    state: streamStateSchema,
  }),
  z.object({ kind: z.literal('event'), event: sandboxEventSchema }),
  z.object({ kind: z.literal('gap') }),
  z.object({ kind: z.literal('state'), state: streamStateSchema }),
]);
export type TabMessage = z.infer<typeof tabMessageSchema>;

/** An exchange as it came over the stream, or undefined where it is none. */
export function parseExchange(data: string): Exchange | undefined {
  try {
    const parsed = exchangeSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
