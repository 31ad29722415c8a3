import { nearlyFullFrom } from '../../../limits.ts';
import type { Usage } from '../../../store/usage.ts';
import { answer } from '../answer.ts';
import { type RouteDocument, route } from '../route.ts';
import { usageSchema } from '../schemas.ts';

/** A store with whether it is nearly full, in octets or in number. */
function usageView({ name, used, of }: Usage) {
  const nearlyFull =
    used.octets >= nearlyFullFrom * of.octets || used.number >= nearlyFullFrom * of.number;
  return { name, used, of, nearlyFull };
}

export const getUsageDocument: RouteDocument = {
  summary: 'How much the sandbox keeps of each kind, and how much it keeps at most',
  answers: { 200: { description: 'Every store', schema: usageSchema } },
};

export const getUsage = route({
  id: 'getUsage',
  method: 'GET',
  path: '/sandbox/api/usage',
  handle: async ({ services }) => answer(200, (await services.store.usage()).map(usageView)),
});
