import { answer } from '../answer.ts';
import { type RouteDocument, route } from '../route.ts';
import { clockSchema } from '../schemas.ts';

export const getClockDocument: RouteDocument = {
  summary: 'How far the clock of the sandbox is from real time',
  answers: { 200: { description: 'Seconds ahead of real time', schema: clockSchema } },
};

export const getClock = route({
  id: 'getClock',
  method: 'GET',
  path: '/sandbox/api/clock',
  handle: async ({ services }) =>
    answer(200, { offsetSeconds: await services.store.clock.getOffsetSeconds() }),
});
