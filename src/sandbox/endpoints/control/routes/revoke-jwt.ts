import { nothing, refusal } from '../answer.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

export const revokeJwtDocument: RouteDocument = {
  summary: 'Revoke a JWT credential; sessions that it started continue until they end',
  answers: {
    204: { description: 'Revoked' },
    404: { description: 'No JWT credential has this id', schema: refusalSchema },
  },
};

export const revokeJwt = route({
  id: 'revokeJwt',
  method: 'DELETE',
  path: '/sandbox/api/jwt/{id}',
  async handle({ incoming, services, params }) {
    return (await services.store.jwts.revoke(params['id'] ?? '', incoming.now))
      ? nothing()
      : refusal(404, { path: 'id', message: 'No JWT credential has this id.' });
  },
});
