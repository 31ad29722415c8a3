import { withoutFaults } from '../../../faults/given.ts';
import { nothing } from '../answer.ts';
import { noSuchApp } from '../no-such-app.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

export const deleteAppDocument: RouteDocument = {
  summary: 'Remove an app with its sessions and tokens; a reset restores a demo app',
  answers: {
    204: { description: 'Removed' },
    404: { description: 'No app has this client id', schema: refusalSchema },
  },
};

export const deleteApp = route({
  id: 'deleteApp',
  method: 'DELETE',
  path: '/sandbox/api/apps/{clientId}',
  async handle({ services: { store }, params }) {
    const clientId = params['clientId'] ?? '';
    if (!(await store.apps.remove(clientId))) return noSuchApp();
    await store.faults.update((before) => withoutFaults(before, clientId));
    return nothing();
  },
});
