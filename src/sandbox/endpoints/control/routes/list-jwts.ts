import * as z from 'zod/mini';
import { answer } from '../answer.ts';
import { jwtViewSchema } from '../jwt-view-schema.ts';
import { jwtView } from '../jwt-view.ts';
import { type RouteDocument, route } from '../route.ts';

export const listJwtsDocument: RouteDocument = {
  summary: 'JWT credentials that are not revoked, without their text',
  answers: { 200: { description: 'The credentials', schema: z.array(jwtViewSchema) } },
};

export const listJwts = route({
  id: 'listJwts',
  method: 'GET',
  path: '/sandbox/api/jwt',
  handle: async ({ services }) => answer(200, (await services.store.jwts.list()).map(jwtView)),
});
