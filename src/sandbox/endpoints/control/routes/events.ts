import { exchangeSchema } from '#protocol/exchange.ts';
import { refusal } from '../answer.ts';
import { filterQuery, readFilter, readSequence } from '../event-query.ts';
import { eventStream } from '../event-stream.ts';
import { noRoom } from '../no-room.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

export const eventsDocument: RouteDocument = {
  summary:
    'What reaches the sandbox, as it happens: each event is one exchange, with secrets masked',
  query: {
    ...filterQuery,
    lastEventId:
      'The id of the last event that the reader has, if it cannot send Last-Event-ID; without either, the stream starts with everything that is kept',
  },
  answers: {
    200: {
      description:
        'Events named `exchange`, and one named `gap` if events after the last one are no longer kept',
      schema: exchangeSchema,
      mediaType: 'text/event-stream',
    },
    400: {
      description: 'clientId is empty, or the event id is not a number',
      schema: refusalSchema,
    },
    404: { description: 'No app has this client id', schema: refusalSchema },
    429: { description: 'As many streams are open as the sandbox serves', schema: refusalSchema },
  },
};

export const events = route({
  id: 'events',
  method: 'GET',
  path: '/sandbox/api/events',
  async handle({ incoming, services, query }) {
    const read = await readFilter(query, services);
    if (read.kind === 'refused') return read.response;
    const { headers } = incoming.request;
    // A browser that reconnects sends the header and repeats the first URL: the header is newer.
    const last = readSequence(headers.get('last-event-id') || query.get('lastEventId') || '0');
    if (last === undefined) {
      return refusal(400, { path: 'lastEventId', message: 'An event id is a number.' });
    }
    const leave = services.streams.enter(incoming.caller);
    if (!leave) return noRoom('SANDBOX-LIMIT-3');
    return new Response(eventStream(services.store, read.filter, last, leave), {
      headers: {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        // A proxy that collects an answer before it sends it would hold each event back.
        'X-Accel-Buffering': 'no',
      },
    });
  },
});
