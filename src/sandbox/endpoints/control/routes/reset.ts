import { resetToDemoData } from '../../../demo/seed.ts';
import { nothing } from '../answer.ts';
import { type RouteDocument, route } from '../route.ts';

export const resetDocument: RouteDocument = {
  summary: 'Restore the start: the demo apps, no sessions, the default policy, real time',
  answers: { 204: { description: 'Done' } },
};

export const reset = route({
  id: 'reset',
  method: 'POST',
  path: '/sandbox/api/reset',
  async handle({ incoming, services }) {
    const { store, siteOrigins } = services;
    const offsetMs = (await store.clock.getOffsetSeconds()) * 1000;
    await resetToDemoData(store, { now: incoming.now - offsetMs, siteOrigins });
    return nothing();
  },
});
