import { clientType } from '#app-settings/app.ts';
import { encodeBase64Url } from '#protocol/base64url.ts';
import { answer, refusal } from '../answer.ts';
import { appViewSchema } from '../app-view-schema.ts';
import { appView } from '../app-view.ts';
import { noSuchApp } from '../no-such-app.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

export const renewSecretDocument: RouteDocument = {
  summary: 'Give an app a new secret; the old one stops working, tokens stay valid',
  answers: {
    200: { description: 'The app with its new secret', schema: appViewSchema },
    400: { description: 'A public client, which has no secret', schema: refusalSchema },
    404: { description: 'No app has this client id', schema: refusalSchema },
  },
};

export const renewSecret = route({
  id: 'renewSecret',
  method: 'POST',
  path: '/sandbox/api/apps/{clientId}/secret',
  async handle({ services, params }) {
    const app = await services.store.apps.get(params['clientId'] ?? '');
    if (!app) return noSuchApp();
    if (clientType(app) === 'public') {
      return refusal(400, {
        path: 'clientSecret',
        message: 'Browser, mobile and desktop apps are public clients and have no secret.',
      });
    }
    const renewed = { ...app, clientSecret: encodeBase64Url(services.random.bytes(32)) };
    await services.store.apps.put(renewed);
    return answer(200, appView(renewed));
  },
});
