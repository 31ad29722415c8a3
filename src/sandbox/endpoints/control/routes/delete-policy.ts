import { policySchema } from '../../../policy.ts';
import { answer, refusal } from '../answer.ts';
import { noSuchApp } from '../no-such-app.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

export const deletePolicyDocument: RouteDocument = {
  summary: 'Remove one app’s overrides: it follows the general policy again',
  query: { clientId: 'The app; required' },
  answers: {
    200: { description: 'Every field, as it is now for this app', schema: policySchema },
    400: { description: 'No app is named', schema: refusalSchema },
    404: { description: 'No app has this client id', schema: refusalSchema },
  },
};

export const deletePolicy = route({
  id: 'deletePolicy',
  method: 'DELETE',
  path: '/sandbox/api/policy',
  async handle({ services: { store, policyFor }, query }) {
    const clientId = query.get('clientId');
    if (!clientId) {
      const message = 'Name the app. To reset the general policy, send a preset.';
      return refusal(400, { path: 'clientId', message });
    }
    if (!(await store.apps.get(clientId))) return noSuchApp();
    await store.policy.putOverrides(clientId, {});
    return answer(200, await policyFor(clientId));
  },
});
