import { answer } from '../answer.ts';
import { appViewSchema } from '../app-view-schema.ts';
import { appView } from '../app-view.ts';
import { noSuchApp } from '../no-such-app.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

export const getAppDocument: RouteDocument = {
  summary: 'One app',
  answers: {
    200: { description: 'The app', schema: appViewSchema },
    404: { description: 'No app has this client id', schema: refusalSchema },
  },
};

export const getApp = route({
  id: 'getApp',
  method: 'GET',
  path: '/sandbox/api/apps/{clientId}',
  async handle({ services, params }) {
    const app = await services.store.apps.get(params['clientId'] ?? '');
    return app ? answer(200, appView(app)) : noSuchApp();
  },
});
