import * as z from 'zod/mini';
import { answer } from '../answer.ts';
import { appViewSchema } from '../app-view-schema.ts';
import { appView } from '../app-view.ts';
import { route } from '../route.ts';

export const listApps = route({
  id: 'listApps',
  method: 'GET',
  path: '/sandbox/api/apps',
  summary: 'All apps, the demo apps first',
  answers: { 200: { description: 'The apps', schema: z.array(appViewSchema) } },
  handle: async ({ services }) => answer(200, (await services.store.apps.list()).map(appView)),
});
