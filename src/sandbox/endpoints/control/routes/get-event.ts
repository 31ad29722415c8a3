import { exchangeSchema } from '#protocol/exchange.ts';
import * as z from 'zod/mini';
import { refusal } from '../answer.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

export const getEventDocument: RouteDocument = {
  summary: 'One exchange by the RCRequestId of its answer, secrets masked',
  answers: {
    200: {
      description: 'The exchange, and the id of its event',
      schema: z.object({ id: z.string(), exchange: exchangeSchema }),
    },
    404: { description: 'No such exchange is kept', schema: refusalSchema },
  },
};

export const getEvent = route({
  id: 'getEvent',
  method: 'GET',
  path: '/sandbox/api/events/{id}',
  async handle({ services, params }) {
    const event = await services.store.events.find(params['id'] ?? '');
    if (!event) {
      return refusal(404, {
        path: 'id',
        message: 'The sandbox no longer keeps this exchange, or never had it.',
      });
    }
    return new Response(`{"id":"${event.sequence}","exchange":${event.text()}}`, {
      headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    });
  },
});
