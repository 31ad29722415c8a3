import { patchPolicy, policyPatchSchema, policySchema } from '../../../policy.ts';
import { answer } from '../answer.ts';
import { noSuchApp } from '../no-such-app.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

export const putPolicyDocument: RouteDocument = {
  summary: 'Change the fields that are named; a preset first sets all',
  query: { clientId: 'Change them only for this app' },
  answers: {
    200: { description: 'Every field, as it is now', schema: policySchema },
    400: {
      description: 'An unknown field, or a value that it may not have',
      schema: refusalSchema,
    },
    404: { description: 'No app has this client id', schema: refusalSchema },
  },
};

export const putPolicy = route({
  id: 'putPolicy',
  method: 'PUT',
  path: '/sandbox/api/policy',
  body: policyPatchSchema,
  async handle({ services, query, body }) {
    const { store, policyFor } = services;
    const clientId = query.get('clientId');
    if (!clientId) {
      await store.policy.put(patchPolicy(await store.policy.get(), body));
      return answer(200, await policyFor());
    }
    if (!(await store.apps.get(clientId))) return noSuchApp();
    // Only what an app overrides is kept for it, so that it follows the general policy in all else.
    const overrides = await store.policy.getOverrides(clientId);
    await store.policy.putOverrides(clientId, patchPolicy(overrides, body));
    return answer(200, await policyFor(clientId));
  },
});
