import * as z from 'zod/mini';
import { userAt } from '../../../demo/users.ts';
import { makeCredential } from '../../../tokens/jwt-credential.ts';
import { answer, refusal } from '../answer.ts';
import { newJwtSchema } from '../jwt-view-schema.ts';
import { jwtView } from '../jwt-view.ts';
import { noRoom } from '../no-room.ts';
import { type RouteDocument, route } from '../route.ts';
import { refusalSchema } from '../schemas.ts';

const notADate = 'This member must be an ISO 8601 date-time, or a number as in exp or createdAt.';

/** A date-time, or a number: seconds as `exp` has them, or milliseconds as `createdAt` does. */
const moment = z.union(
  [
    z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)), notADate)),
    z.int().check(z.minimum(0)),
  ],
  notADate,
);

/** As seconds this is the year 5138, as milliseconds 1973: no credential has either. */
const fewestMilliseconds = 100_000_000_000;

/** Milliseconds, whichever way the moment is told. */
function milliseconds(told: z.infer<typeof moment> | undefined): number | undefined {
  if (typeof told === 'string') return Date.parse(told);
  return told !== undefined && told < fewestMilliseconds ? told * 1000 : told;
}

const deepestClaim = 20;

/** Whether a value of JSON nests further than any claim does: one that is too deep cannot be written again. */
function isTooDeep(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1));
}

const claimsSchema = z
  .looseObject({})
  .check(
    z.refine(
      (claims) => !isTooDeep(claims, deepestClaim),
      `Claims may nest ${deepestClaim} levels deep at most.`,
    ),
  );

const newJwtBodySchema = z.strictObject({
  extensionNumber: z.string(),
  /** Two companies have an extension 101; left out, it is the one of the demo apps. */
  companyNumber: z.optional(z.string()),
  clientIds: z.optional(
    z
      .array(z.string().check(z.minLength(1), z.maxLength(256)))
      .check(
        z.minLength(1, 'Name an app, or leave this member out to allow all of the company’s.'),
        z.maxLength(100),
      ),
  ),
  expiresAt: z.optional(moment),
  claims: z.optional(claimsSchema),
});

export const createJwtDocument: RouteDocument = {
  summary:
    'Make a JWT credential for a demo user; `claims` replace its claims, and null leaves one out',
  answers: {
    201: { description: 'The JWT; no other answer shows it', schema: newJwtSchema },
    400: { description: 'No such extension, or a member of the wrong form', schema: refusalSchema },
    507: { description: 'There is no room for one more credential', schema: refusalSchema },
  },
};

export const createJwt = route({
  id: 'createJwt',
  method: 'POST',
  path: '/sandbox/api/jwt',
  body: newJwtBodySchema,
  async handle({ incoming, services, body }) {
    const { extensionNumber, companyNumber, clientIds, expiresAt, claims } = body;
    const user = userAt(extensionNumber, companyNumber);
    if (!user) {
      return refusal(400, { path: 'extensionNumber', message: 'No demo user has this extension.' });
    }
    const made = await makeCredential(
      {
        user,
        origin: incoming.origin,
        clientIds,
        expiresAt: milliseconds(expiresAt),
        claims,
        now: incoming.now,
      },
      services,
    );
    if (made === 'full') return noRoom('SANDBOX-LIMIT-2');
    return answer(201, { jwt: made.jwt, ...jwtView(made.credential) });
  },
});
