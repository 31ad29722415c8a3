import { exchangeSchema } from '#protocol/exchange.ts';
import { refusal } from '../answer.ts';
import { eventStream } from '../event-stream.ts';
import { noSuchApp } from '../no-such-app.ts';
import { route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

export const events = route({
  id: 'events',
  method: 'GET',
  path: '/sandbox/api/events',
  summary: 'What reached the sandbox, as it happens: one exchange an event, secrets masked',
  query: {
    clientId:
      'The app whose requests are told; without it those of all apps, and those that named none',
    lastEventId:
      'The id of the last event that the reader has, where it cannot send Last-Event-ID; without either, all that is kept comes first',
  },
  answers: {
    200: {
      description:
        'Events named `exchange`, and one named `gap` where events after the last one are no longer kept',
      schema: exchangeSchema,
      mediaType: 'text/event-stream',
    },
    400: {
      description: 'clientId is empty, or the event id is not a number',
      schema: refusalSchema,
    },
    404: { description: 'No app has this client id', schema: refusalSchema },
  },
  async handle({ incoming, services, query }) {
    const clientId = query.get('clientId');
    if (clientId === '') return refusal(400, { path: 'clientId', message: 'Name the app.' });
    if (clientId !== undefined && !(await services.store.apps.get(clientId))) return noSuchApp();
    // A browser that reconnects sends the header and repeats the first URL: the header is newer.
    const last = incoming.request.headers.get('last-event-id') || query.get('lastEventId') || '0';
    if (!/^[0-9]{1,15}$/.test(last)) {
      return refusal(400, { path: 'lastEventId', message: 'An event id is a number.' });
    }
    return new Response(eventStream(services.store, clientId, Number(last)), {
      headers: {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        // A proxy that collects an answer before it sends it would hold each event back.
        'X-Accel-Buffering': 'no',
      },
    });
  },
});
