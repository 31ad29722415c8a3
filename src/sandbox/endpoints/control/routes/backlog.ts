import { exchangeSchema } from '#protocol/exchange.ts';
import * as z from 'zod/mini';
import { textsOf } from '../../../log/event-text.ts';
import { refusal } from '../answer.ts';
import { filterQuery, readFilter, readSequence } from '../event-query.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

const usual = 50;
const most = 1000;

const backlogSchema = z.object({
  events: z.array(z.object({ id: z.string(), exchange: exchangeSchema })),
  /** Where a stream goes on from. */
  lastEventId: z.string(),
  /** How many older ones are kept. */
  earlier: z.int(),
});

function readLimit(text: string | undefined): number | undefined {
  if (text === undefined) return usual;
  const limit = /^[0-9]{1,4}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= most ? limit : undefined;
}

export const backlogDocument: RouteDocument = {
  summary: 'The last exchanges that reached the sandbox, oldest first, secrets masked',
  query: {
    ...filterQuery,
    limit: `How many at most: 1 to ${most}, ${usual} by default`,
    before: 'An event’s id: the answer lists only earlier ones',
  },
  answers: {
    200: {
      description: 'The exchanges, and where the stream of events continues',
      schema: backlogSchema,
    },
    400: {
      description: 'clientId is empty, or limit or before is no such number',
      schema: refusalSchema,
    },
    404: { description: 'No app has this client id', schema: refusalSchema },
  },
};

export const backlog = route({
  id: 'backlog',
  method: 'GET',
  path: '/sandbox/api/events/backlog',
  async handle({ services, query }) {
    const read = await readFilter(query, services);
    if (read.kind === 'refused') return read.response;
    const limit = readLimit(query.get('limit'));
    if (limit === undefined) {
      return refusal(400, { path: 'limit', message: `A limit is a number from 1 to ${most}.` });
    }
    const named = query.get('before');
    const before = named === undefined ? undefined : readSequence(named);
    if (named !== undefined && before === undefined) {
      return refusal(400, { path: 'before', message: 'An event id is a number.' });
    }
    const last = await services.store.events.last(read.filter, limit, before);
    const events: string[] = [];
    for await (const { event, text } of textsOf(last.events)) {
      events.push(`{"id":"${event.sequence}","exchange":${text}}`);
    }
    // Each exchange is JSON already: reading it to write it again would cost as much as masking it.
    const body = `{"events":[${events.join(',')}],"lastEventId":"${last.end}","earlier":${last.earlier}}`;
    return new Response(body, {
      headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    });
  },
});
