import { appSettingsShape, objectionsTo } from '#app-settings/schema.ts';
import * as z from 'zod/mini';
import type { AppRecord } from '../../../store/records.ts';
import { type Issue, answer, refusal } from '../answer.ts';
import { appViewSchema } from '../app-view-schema.ts';
import { appView } from '../app-view.ts';
import { noRoom } from '../no-room.ts';
import { noSuchApp } from '../no-such-app.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

const { portal, platformType, ...editable } = appSettingsShape;

/** The two that are fixed at creation are read, so that their refusal says why. */
const changesSchema = z.partial(z.strictObject({ ...editable, portal, platformType }));
type Changes = z.infer<typeof changesSchema>;

/** What RingCentral's portals to July 2021 did not let an owner change; the sandbox keeps that for every app (X5). */
function fixedFields(app: AppRecord, changes: Changes): Issue[] {
  const issues: Issue[] = [];
  for (const path of ['portal', 'platformType'] as const) {
    if (changes[path] === undefined) continue;
    issues.push({
      path,
      message: 'The sandbox does not change this after an app was created. Create a new app.',
    });
  }
  if (app.audience === 'private' && changes.audience === 'public') {
    issues.push({
      path: 'audience',
      message: 'The sandbox does not make a private app public. Create a new app.',
    });
  }
  return issues;
}

export const updateAppDocument: RouteDocument = {
  summary: 'Change the settings of an app that the sandbox lets change',
  answers: {
    200: { description: 'The app as it is now', schema: appViewSchema },
    400: {
      description: 'A setting that the sandbox does not change, or not to this value',
      schema: refusalSchema,
    },
    404: { description: 'No app has this client id', schema: refusalSchema },
    507: {
      description: 'The app is larger now, and there is no room for it',
      schema: refusalSchema,
    },
  },
};

export const updateApp = route({
  id: 'updateApp',
  method: 'PATCH',
  path: '/sandbox/api/apps/{clientId}',
  body: changesSchema,
  async handle({ services, params, body }) {
    const app = await services.store.apps.get(params['clientId'] ?? '');
    if (!app) return noSuchApp();
    const named = Object.fromEntries(
      Object.entries(body).filter(([, value]) => value !== undefined),
    );
    const changed: AppRecord = { ...app, ...named };
    const fixed = fixedFields(app, body);
    const objections = objectionsTo(changed).map(({ path, message }) => ({
      path: path.join('.'),
      message,
    }));
    const issues = fixed.length > 0 ? fixed : objections;
    if (issues.length > 0) return refusal(400, issues);
    const put = await services.store.apps.put(changed);
    if (put === 'full') return noRoom('SANDBOX-LIMIT-1');
    return answer(200, appView(changed));
  },
});
