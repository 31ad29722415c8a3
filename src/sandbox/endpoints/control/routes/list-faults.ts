import { faultNames } from '../../../faults/names.ts';
import { canGive } from '../../../faults/can-give.ts';
import { answer } from '../answer.ts';
import { type RouteDocument, route } from '../route.ts';
import { faultsViewSchema } from '../faults-view-schema.ts';

export const listFaultsDocument: RouteDocument = {
  summary: 'What the sandbox does wrong on demand: what is in force, and what it can do here',
  query: { clientId: 'What is in force for this app alone' },
  answers: { 200: { description: 'The faults', schema: faultsViewSchema } },
};

export const listFaults = route({
  id: 'listFaults',
  method: 'GET',
  path: '/sandbox/api/faults',
  async handle({ services, query }) {
    const clientId = query.get('clientId');
    const faults = await services.store.faults.list();
    return answer(200, {
      inForce: clientId ? faults.filter((one) => one.clientId === clientId) : faults,
      available: faultNames.filter((fault) => canGive(fault, services)),
    });
  },
});
