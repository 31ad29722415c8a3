import { type Backlog, backlogSchema, sandboxEventSchema } from './news.ts';
import type { EventsSurroundings } from './surroundings.ts';
import { type Wanted, isWanted } from './wanted.ts';

/** So many past requests are asked for at once, and drawn at once. */
export const sliceSize = 50;

const notFound = 404;

/**
 * Past requests, newest last, those before an event where one is named.
 *
 * @returns undefined where the sandbox gives no answer that can be read
 */
export async function readBacklog(
  surroundings: Pick<EventsSurroundings, 'fetch' | 'origin'>,
  wanted: Wanted,
  before?: string,
): Promise<Backlog | undefined> {
  const query = new URLSearchParams({
    limit: String(sliceSize),
    ...wanted,
    ...(before !== undefined && { before }),
  });
  try {
    const response = await surroundings.fetch(
      new Request(`${surroundings.origin}/sandbox/api/events/backlog?${query.toString()}`),
    );
    if (response.status === notFound && wanted.clientId !== undefined) {
      // An app that the sandbox does not have: what names it stands among the requests of no app.
      const others: Wanted = wanted.strangers ? { strangers: wanted.strangers } : {};
      const all = await readBacklog(surroundings, others, before);
      return (
        all && {
          ...all,
          earlier: 0,
          events: all.events.filter((event) => isWanted(wanted, event.exchange)),
        }
      );
    }
    const parsed = backlogSchema.safeParse(await response.json());
    if (!parsed.success) return undefined;
    const events = parsed.data.events.flatMap(
      (event) => sandboxEventSchema.safeParse(event).data ?? [],
    );
    return { ...parsed.data, events };
  } catch {
    return undefined;
  }
}
