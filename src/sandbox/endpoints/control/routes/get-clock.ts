import { answer } from '../answer.ts';
import { route } from '../route.ts';
import { clockSchema } from '../schemas.ts';

export const getClock = route({
  id: 'getClock',
  method: 'GET',
  path: '/sandbox/api/clock',
  summary: 'How far the clock of the sandbox is from real time',
  answers: { 200: { description: 'Seconds ahead of real time', schema: clockSchema } },
  handle: async ({ services }) =>
    answer(200, { offsetSeconds: await services.store.clock.getOffsetSeconds() }),
});
