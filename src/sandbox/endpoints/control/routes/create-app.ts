import { clientType } from '#app-settings/app.ts';
import { appSettingsShape, checkSettings } from '#app-settings/schema.ts';
import { encodeBase64Url } from '#protocol/base64url.ts';
import * as z from 'zod/mini';
import type { AppRecord } from '../../../store/records.ts';
import { answer, refusal } from '../answer.ts';
import { appViewSchema } from '../app-view-schema.ts';
import { appView } from '../app-view.ts';
import { noRoom } from '../no-room.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

/** A test may ask for characters that need encoding; control characters cannot be typed or sent. */
const credential = z
  .string()
  .check(
    z.minLength(1, 'This member may not be empty.'),
    z.maxLength(256, 'This member may have 256 characters at most.'),
    z.regex(/^\P{C}+$/u, 'This member may have only printable characters.'),
  );

const newAppSchema = z
  .strictObject({
    ...appSettingsShape,
    clientId: z.optional(credential),
    clientSecret: z.optional(credential),
  })
  .check(checkSettings)
  .check((context) => {
    const { clientSecret, ...settings } = context.value;
    if (clientSecret === undefined || clientType(settings) === 'confidential') return;
    context.issues.push({
      code: 'custom',
      path: ['clientSecret'],
      message: 'Browser, mobile and desktop apps are public clients and have no secret.',
      input: context.value,
    });
  });

export const createAppDocument: RouteDocument = {
  summary: 'Create an app',
  answers: {
    201: { description: 'The new app, its secret included', schema: appViewSchema },
    400: { description: 'Settings that no portal could have produced', schema: refusalSchema },
    409: { description: 'The client id is taken', schema: refusalSchema },
    507: { description: 'There is no room for one more app', schema: refusalSchema },
  },
};

export const createApp = route({
  id: 'createApp',
  method: 'POST',
  path: '/sandbox/api/apps',
  body: newAppSchema,
  async handle({ incoming, services, body }) {
    const { clientId, clientSecret, ...settings } = body;
    const confidential = clientType(settings) === 'confidential';
    const app: AppRecord = {
      ...settings,
      clientId: clientId ?? encodeBase64Url(services.random.bytes(16)),
      ...(confidential && {
        clientSecret: clientSecret ?? encodeBase64Url(services.random.bytes(32)),
      }),
      createdAt: incoming.now,
      demo: false,
    };
    const added = await services.store.apps.add(app);
    if (added === 'taken') {
      return refusal(409, { path: 'clientId', message: 'Another app has this client id.' });
    }
    if (added === 'full') return noRoom('SANDBOX-LIMIT-1');
    const location = `/sandbox/api/apps/${encodeURIComponent(app.clientId)}`;
    return answer(201, appView(app), { Location: location });
  },
});
