import * as z from 'zod/mini';
import type { Milestone, Awaited } from '#diagnosis/watch/progress.ts';

/** What the page can do to the program that runs beside it. */
export const actIds = [
  'expire-access-tokens',
  'refuse-next-consent',
  'revoke-sessions',
  'revoke-jwt',
  'end-jwt',
] as const;
export type Act = (typeof actIds)[number];

/** An act, or the new JWT that ends the two on JWTs. */
export const doneActSchema = z.object({
  act: z.enum([...actIds, 'new-jwt']),
  /** The newest request of before, by the sandbox's number. */
  after: z.string().check(z.regex(/^\d{1,15}$/)),
});
export type DoneAct = z.infer<typeof doneActSchema>;

/** Of this tab: a reload keeps the requests that follow from an act. */
export const storedActsSchema = z.object({ version: z.literal(1), acts: z.array(doneActSchema) });

/** More would mean that somebody plays. */
export const mostActs = 100;

interface ActWords {
  /** What was done, and what to do next. */
  done: string;
  /** Nothing was there that it could be done to. */
  none?: string;
  /** What is waited for until the next request. */
  awaited: Awaited;
}

const awaited = (milestone: Milestone, request: string, words: string): Awaited => ({
  milestone,
  request,
  words,
});

export const actWords: Record<Act, ActWords> = {
  'expire-access-tokens': {
    done: 'Its access token has expired. Call the API in your program, and watch it refresh.',
    none: 'There was no session, so nothing could expire. Sign in to your program first.',
    awaited: awaited('api', 'GET /extension/~', 'The token has expired: call the API now'),
  },
  'refuse-next-consent': {
    done: 'The next consent will be refused. Sign in to your program again: it receives access_denied, whichever button you press.',
    awaited: awaited(
      'sign-in',
      'GET /restapi/oauth/authorize',
      'The next consent will be refused: sign in to your program now',
    ),
  },
  'revoke-sessions': {
    done: 'The session has ended, and your program does not know it yet. Call the API in it: your program has to notice, and ask you to sign in again.',
    none: 'There was no session, so nothing was revoked. Sign in to your program first.',
    awaited: awaited('api', 'GET /extension/~', 'The session has ended: call the API now'),
  },
  'revoke-jwt': {
    done: 'The JWT of the file is revoked. Run the script again: the exchange is refused. Then make a new JWT, and copy the file.',
    none: 'This JWT was revoked already. Make a new one beside the file.',
    awaited: awaited(
      'token',
      'POST /restapi/oauth/token',
      'The JWT is revoked: run the script now',
    ),
  },
  'end-jwt': {
    done: 'The file now has a JWT that has expired. Copy it again, and run the script: the exchange is refused. Then make a new JWT, and copy the file.',
    awaited: awaited(
      'token',
      'POST /restapi/oauth/token',
      'The JWT of the file has expired: copy it, and run the script',
    ),
  },
};
