import { policySchema } from '../../../policy.ts';
import { answer } from '../answer.ts';
import { noSuchApp } from '../no-such-app.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

export const getPolicyDocument: RouteDocument = {
  summary: 'The whole current policy, for one app or in general',
  query: { clientId: 'The policy for this app, with its overrides' },
  answers: {
    200: { description: 'Every field', schema: policySchema },
    404: { description: 'No app has this client id', schema: refusalSchema },
  },
};

export const getPolicy = route({
  id: 'getPolicy',
  method: 'GET',
  path: '/sandbox/api/policy',
  async handle({ services, query }) {
    const clientId = query.get('clientId');
    if (clientId && !(await services.store.apps.get(clientId))) return noSuchApp();
    return answer(200, await services.policyFor(clientId || undefined));
  },
});
