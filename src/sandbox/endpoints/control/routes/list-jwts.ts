import * as z from 'zod/mini';
import { answer } from '../answer.ts';
import { jwtViewSchema } from '../jwt-view-schema.ts';
import { jwtView } from '../jwt-view.ts';
import { route } from '../route.ts';

export const listJwts = route({
  id: 'listJwts',
  method: 'GET',
  path: '/sandbox/api/jwt',
  summary: 'JWT credentials that are not revoked, without their text',
  answers: { 200: { description: 'The credentials', schema: z.array(jwtViewSchema) } },
  handle: async ({ services }) => answer(200, (await services.store.jwts.list()).map(jwtView)),
});
