import * as z from 'zod/mini';
import { demoUsers } from '../../../demo/users.ts';
import { answer } from '../answer.ts';
import { type RouteDocument, route } from '../route.ts';
import { userViewSchema } from '../schemas.ts';

export const listUsersDocument: RouteDocument = {
  summary: 'The demo users, with the password that all of them have',
  answers: { 200: { description: 'The users', schema: z.array(userViewSchema) } },
};

export const listUsers = route({
  id: 'listUsers',
  method: 'GET',
  path: '/sandbox/api/users',
  handle: async () => answer(200, demoUsers),
});
