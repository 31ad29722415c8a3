import { resetToDemoData } from '../../../demo/seed.ts';
import { nothing } from '../answer.ts';
import { route } from '../route.ts';

export const reset = route({
  id: 'reset',
  method: 'POST',
  path: '/sandbox/api/reset',
  summary: 'Everything as at the start: the demo apps, no sessions, the default policy, real time',
  answers: { 204: { description: 'Done' } },
  async handle({ incoming, services }) {
    const { store, siteOrigins } = services;
    const offsetMs = (await store.clock.getOffsetSeconds()) * 1000;
    await resetToDemoData(store, { now: incoming.now - offsetMs, siteOrigins });
    return nothing();
  },
});
