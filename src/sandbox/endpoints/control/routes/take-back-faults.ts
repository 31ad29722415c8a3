import { withoutFaults } from '../../../faults/given.ts';
import { faultNames } from '../../../faults/names.ts';
import { nothing, refusal } from '../answer.ts';
import { noSuchApp } from '../no-such-app.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

export const takeBackFaultsDocument: RouteDocument = {
  summary: 'Take back the faults of an app, or one of them; none need be in force',
  query: { fault: 'The one; left out, all' },
  answers: {
    204: { description: 'Taken back' },
    400: { description: 'No such fault', schema: refusalSchema },
    404: { description: 'No app has this client id', schema: refusalSchema },
  },
};

export const takeBackFaults = route({
  id: 'takeBackFaults',
  method: 'DELETE',
  path: '/sandbox/api/apps/{clientId}/faults',
  async handle({ services: { store }, params, query }) {
    const clientId = params['clientId'] ?? '';
    const named = query.get('fault');
    const fault = faultNames.find((name) => name === named);
    if (named && !fault) {
      return refusal(400, { path: 'fault', message: `Use one of: ${faultNames.join(', ')}.` });
    }
    if (!(await store.apps.get(clientId))) return noSuchApp();
    await store.faults.update((before) => withoutFaults(before, clientId, fault));
    return nothing();
  },
});
