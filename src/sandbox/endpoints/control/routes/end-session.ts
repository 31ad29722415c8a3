import { nothing, refusal } from '../answer.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

export const endSessionDocument: RouteDocument = {
  summary: 'End a session with all its tokens, as if the user signs an app out',
  answers: {
    204: { description: 'Ended' },
    404: { description: 'No live session has this id', schema: refusalSchema },
  },
};

export const endSession = route({
  id: 'endSession',
  method: 'DELETE',
  path: '/sandbox/api/sessions/{sessionId}',
  async handle({ incoming, services, params }) {
    const ended = await services.store.sessions.end(
      params['sessionId'] ?? '',
      'user',
      incoming.now,
    );
    return ended
      ? nothing()
      : refusal(404, { path: 'sessionId', message: 'No live session has this id.' });
  },
});
