import * as z from 'zod/mini';
import type { Services } from '../../../context.ts';
import type { AppRecord } from '../../../store/records.ts';
import { answer } from '../answer.ts';
import { noSuchApp } from '../no-such-app.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

export const acts = ['expire-access-tokens', 'refuse-next-consent', 'revoke-sessions'] as const;
type Act = (typeof acts)[number];

/** How many sessions each act touches, after it was done. */
const does: Record<Act, (app: AppRecord, services: Services, now: number) => Promise<number>> = {
  'expire-access-tokens': ({ clientId }, { store }, now) =>
    store.tokens.expireAccess(clientId, now),
  'refuse-next-consent': async (app, { store }) => {
    await store.apps.put({ ...app, acts: { ...app.acts, refuseNextConsent: true } });
    return 0;
  },
  'revoke-sessions': async (app, services, now) => {
    const live = await liveSessions(app, services);
    for (const { id } of live) await services.store.sessions.end(id, 'user', now);
    return live.length;
  },
};

async function liveSessions({ clientId }: AppRecord, { store }: Services) {
  return (await store.sessions.list()).filter(
    (session) => session.clientId === clientId && session.ended === undefined,
  );
}

/** What a page does to the program that runs beside it, so that the program meets the real thing. */
export const actOnAppDocument: RouteDocument = {
  summary:
    'Make an app’s tokens expire, refuse its next consent, or end its sessions without telling it',
  answers: {
    200: {
      description: 'Done, and how many live sessions it changed',
      schema: z.object({ act: z.enum(acts), sessions: z.int() }),
    },
    400: { description: 'No such act', schema: refusalSchema },
    404: { description: 'No app has this client id', schema: refusalSchema },
  },
};

export const actOnApp = route({
  id: 'actOnApp',
  method: 'POST',
  path: '/sandbox/api/apps/{clientId}/acts',
  body: z.strictObject({ act: z.enum(acts) }),
  async handle({ incoming, services, params, body }) {
    const app = await services.store.apps.get(params['clientId'] ?? '');
    if (!app) return noSuchApp();
    const sessions = await does[body.act](app, services, incoming.now);
    return answer(200, { act: body.act, sessions });
  },
});
