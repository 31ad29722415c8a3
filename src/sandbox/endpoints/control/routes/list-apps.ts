import * as z from 'zod/mini';
import { answer } from '../answer.ts';
import { appViewSchema } from '../app-view-schema.ts';
import { appView } from '../app-view.ts';
import { type RouteDocument, route } from '../route.ts';

export const listAppsDocument: RouteDocument = {
  summary: 'All apps, the demo apps first',
  answers: { 200: { description: 'The apps', schema: z.array(appViewSchema) } },
};

export const listApps = route({
  id: 'listApps',
  method: 'GET',
  path: '/sandbox/api/apps',
  handle: async ({ services }) => answer(200, (await services.store.apps.list()).map(appView)),
});
