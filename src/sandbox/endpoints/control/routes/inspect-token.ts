import * as z from 'zod/mini';
import { userById } from '../../../demo/users.ts';
import type { AccessTokenRecord, RefreshTokenRecord } from '../../../store/records.ts';
import { isFamilyShaped } from '../../../tokens/family.ts';
import { isTokenShaped } from '../../../tokens/make-token.ts';
import { accessState, refreshState } from '../../../tokens/state.ts';
import { answer } from '../answer.ts';
import { type RouteDocument, route } from '../route.ts';
import { inspectedTokenSchema, refusalSchema } from '../schemas.ts';

const bodySchema = z.strictObject({ token: z.string().check(z.maxLength(8192)) });

type Found =
  | { kind: 'access-token'; record: AccessTokenRecord }
  | { kind: 'refresh-token'; record: RefreshTokenRecord };

/**
 * What an opaque token means to the server that made it. The sandbox tells, for a page that
 * teaches; RingCentral has no such call (RFC 7662 is what a server that has one would follow).
 */
export const inspectTokenDocument: RouteDocument = {
  summary: 'What the sandbox knows of a token: its user, its app, and when it ends',
  answers: {
    200: {
      description: 'What the sandbox knows of it; `unknown` if it knows nothing',
      schema: inspectedTokenSchema,
    },
    400: { description: 'The body has no token, or one that is too long', schema: refusalSchema },
  },
};

export const inspectToken = route({
  id: 'inspectToken',
  method: 'POST',
  path: '/sandbox/api/tokens/inspect',
  body: bodySchema,
  async handle({ incoming, services, body: { token } }) {
    const { sessions, tokens } = services.store;
    const { now } = incoming;
    const access = await tokens.getAccess(token);
    const refresh = access ? undefined : await tokens.getRefresh(token);
    const found: Found | undefined = access
      ? { kind: 'access-token', record: access }
      : refresh && { kind: 'refresh-token', record: refresh };
    if (!found)
      return answer(200, {
        kind: 'unknown',
        ownShape: isTokenShaped(token) || isFamilyShaped(token),
        now,
      });
    const { record } = found;
    const session = await sessions.get(record.sessionId);
    return answer(200, {
      kind: found.kind,
      status:
        found.kind === 'access-token'
          ? accessState(found.record, now)
          : refreshState(found.record, now),
      clientId: record.clientId,
      extensionId: record.userId,
      extensionNumber: userById(record.userId)?.extensionNumber,
      scopes: record.scopes,
      issuedAt: record.issuedAt,
      expiresAt: record.expiresAt,
      endedAt: record.endedAt,
      replacedAt: found.kind === 'refresh-token' ? found.record.successor?.at : undefined,
      sessionId: record.sessionId,
      grantType: session?.grantType,
      sessionEnded: session?.ended,
      now,
    });
  },
});
