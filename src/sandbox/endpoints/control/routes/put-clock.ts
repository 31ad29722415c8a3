import { answer } from '../answer.ts';
import { type RouteDocument, route } from '../route.ts';
import { clockSchema, refusalSchema } from '../schemas.ts';

export const putClockDocument: RouteDocument = {
  summary:
    'Move the clock of the sandbox; the offset counts from real time, not from the present offset',
  answers: {
    200: { description: 'As it is now', schema: clockSchema },
    400: { description: 'Not a whole number of seconds within ten years', schema: refusalSchema },
  },
};

export const putClock = route({
  id: 'putClock',
  method: 'PUT',
  path: '/sandbox/api/clock',
  body: clockSchema,
  async handle({ services, body }) {
    await services.store.clock.putOffsetSeconds(body.offsetSeconds);
    return answer(200, body);
  },
});
