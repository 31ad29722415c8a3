import * as z from 'zod/mini';
import { demoUsers } from '../../../demo/users.ts';
import { answer } from '../answer.ts';
import { route } from '../route.ts';
import { userViewSchema } from '../schemas.ts';

export const listUsers = route({
  id: 'listUsers',
  method: 'GET',
  path: '/sandbox/api/users',
  summary: 'The demo users, with the password that all of them have',
  answers: { 200: { description: 'The users', schema: z.array(userViewSchema) } },
  handle: async () => answer(200, demoUsers),
});
