import * as z from 'zod/mini';
import { userById } from '../../../demo/users.ts';
import type { SessionRecord } from '../../../store/records.ts';
import { answer } from '../answer.ts';
import { type RouteDocument, route } from '../route.ts';
import { sessionViewSchema } from '../schemas.ts';

function sessionView({ id, ended, familySecret, ...session }: SessionRecord) {
  void [ended, familySecret];
  return {
    sessionId: id,
    ...session,
    extensionNumber: userById(session.userId)?.extensionNumber,
  };
}

export const listSessionsDocument: RouteDocument = {
  summary: 'Sessions that have not ended',
  answers: { 200: { description: 'The sessions', schema: z.array(sessionViewSchema) } },
};

export const listSessions = route({
  id: 'listSessions',
  method: 'GET',
  path: '/sandbox/api/sessions',
  async handle({ services }) {
    const sessions = await services.store.sessions.list();
    return answer(200, sessions.filter(({ ended }) => ended === undefined).map(sessionView));
  },
});
