import * as z from 'zod/mini';
import type { AppSettings } from '#app-settings/app.ts';
import { type AppView, appViewSchema } from '#sandbox/endpoints/control/app-view-schema.ts';
import { jwtViewSchema, newJwtSchema } from '#sandbox/endpoints/control/jwt-view-schema.ts';
import {
  clockSchema,
  inspectedTokenSchema,
  sessionViewSchema,
  usageSchema,
  userViewSchema,
} from '#sandbox/endpoints/control/schemas.ts';
import { type Policy, type PolicyPatch, policySchema } from '#sandbox/policy.ts';
import { type Answer, readAnswer } from './answer.ts';
import { tellClock } from './clock-channel.ts';

export type { AppView } from '#sandbox/endpoints/control/app-view-schema.ts';
export type { Policy, PolicyPatch } from '#sandbox/policy.ts';
export type { Answer, Issue } from './answer.ts';
export type UserView = z.infer<typeof userViewSchema>;
export type InspectedToken = z.infer<typeof inspectedTokenSchema>;
export type SessionView = z.infer<typeof sessionViewSchema>;
/** One shelf of the sandbox: how much it holds, and how much it can. */
export type ShelfView = z.infer<typeof usageSchema>[number];
export type JwtView = z.infer<typeof jwtViewSchema>;

/** Settings, and the credentials of before where an app is made again. */
export type NewApp = AppSettings & { clientId?: string; clientSecret?: string | undefined };

/** What `POST /sandbox/api/jwt` takes; `expiresAt` in milliseconds. */
export interface NewJwt {
  extensionNumber: string;
  /** Two companies have an extension 101; left out, it is the one of the demo apps. */
  companyNumber?: string;
  clientIds?: string[];
  expiresAt?: number;
  claims?: Record<string, unknown>;
}

/** What a page does to the program that runs beside it. */
export type AppAct = 'expire-access-tokens' | 'refuse-next-consent' | 'revoke-sessions';
const actedSchema = z.object({ act: z.string(), sessions: z.int() });

export interface SandboxApi {
  listApps(): Promise<Answer<AppView[]>>;
  createApp(app: NewApp): Promise<Answer<AppView>>;
  getApp(clientId: string): Promise<Answer<AppView>>;
  updateApp(clientId: string, changes: Partial<AppSettings>): Promise<Answer<AppView>>;
  deleteApp(clientId: string): Promise<Answer<undefined>>;
  /** A new secret; the old one stops working at once. */
  renewSecret(clientId: string): Promise<Answer<AppView>>;
  /** Answers how many live sessions it touched. */
  act(clientId: string, act: AppAct): Promise<Answer<{ sessions: number }>>;
  listUsers(): Promise<Answer<UserView[]>>;
  listSessions(): Promise<Answer<SessionView[]>>;
  endSession(sessionId: string): Promise<Answer<undefined>>;
  /** The text of the JWT is told this once. */
  mintJwt(jwt: NewJwt): Promise<Answer<JwtView & { jwt: string }>>;
  listJwts(): Promise<Answer<JwtView[]>>;
  revokeJwt(id: string): Promise<Answer<undefined>>;
  getClock(): Promise<Answer<{ offsetSeconds: number }>>;
  /** Counted from real time, not from where the clock stands. */
  putClock(offsetSeconds: number): Promise<Answer<{ offsetSeconds: number }>>;
  /** The policy in force in general, or for one app. */
  getPolicy(clientId?: string): Promise<Answer<Policy>>;
  putPolicy(patch: PolicyPatch, clientId?: string): Promise<Answer<Policy>>;
  /** What a token means to the sandbox. RingCentral has no such call. */
  inspectToken(token: string): Promise<Answer<InspectedToken>>;
  /** One app follows the general policy again. */
  clearOverrides(clientId: string): Promise<Answer<Policy>>;
  /** How full the sandbox's shelves are. */
  getUsage(): Promise<Answer<ShelfView[]>>;
  reset(): Promise<Answer<undefined>>;
}

/**
 * The control API of a sandbox. No call throws: what went wrong is in the answer.
 *
 * @param surroundings.fetch the browser's own, or a test's
 * @param surroundings.origin scheme and authority of the sandbox, no trailing slash
 */
export function createSandboxApi({
  fetch,
  origin,
}: {
  fetch: (request: Request) => Promise<Response>;
  origin: string;
}): SandboxApi {
  async function call<Schema extends z.ZodMiniType = z.ZodMiniType<undefined>>(
    method: string,
    path: string,
    schema?: Schema,
    body?: unknown,
  ): Promise<Answer<z.infer<Schema>>> {
    const request = new Request(`${origin}/sandbox/api${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    try {
      return await readAnswer(await fetch(request), schema);
    } catch {
      return { kind: 'unreachable', why: 'no-answer' };
    }
  }

  const appPath = (clientId: string) => `/apps/${encodeURIComponent(clientId)}`;
  const policyPath = (clientId: string | undefined) =>
    clientId === undefined ? '/policy' : `/policy?clientId=${encodeURIComponent(clientId)}`;

  return {
    listApps: () => call('GET', '/apps', z.array(appViewSchema)),
    createApp: (app) => call('POST', '/apps', appViewSchema, app),
    getApp: (clientId) => call('GET', appPath(clientId), appViewSchema),
    updateApp: (clientId, changes) => call('PATCH', appPath(clientId), appViewSchema, changes),
    deleteApp: (clientId) => call('DELETE', appPath(clientId)),
    renewSecret: (clientId) => call('POST', `${appPath(clientId)}/secret`, appViewSchema),
    act: (clientId, act) => call('POST', `${appPath(clientId)}/acts`, actedSchema, { act }),
    listUsers: () => call('GET', '/users', z.array(userViewSchema)),
    listSessions: () => call('GET', '/sessions', z.array(sessionViewSchema)),
    endSession: (sessionId) => call('DELETE', `/sessions/${encodeURIComponent(sessionId)}`),
    mintJwt: (jwt) => call('POST', '/jwt', newJwtSchema, jwt),
    listJwts: () => call('GET', '/jwt', z.array(jwtViewSchema)),
    revokeJwt: (id) => call('DELETE', `/jwt/${encodeURIComponent(id)}`),
    getClock: () => call('GET', '/clock', clockSchema),
    putClock: async (offsetSeconds) => {
      const answer = await call('PUT', '/clock', clockSchema, { offsetSeconds });
      if (answer.kind === 'done') tellClock(answer.value.offsetSeconds);
      return answer;
    },
    getPolicy: (clientId) => call('GET', policyPath(clientId), policySchema),
    putPolicy: (patch, clientId) => call('PUT', policyPath(clientId), policySchema, patch),
    inspectToken: (token) => call('POST', '/tokens/inspect', inspectedTokenSchema, { token }),
    clearOverrides: (clientId) => call('DELETE', policyPath(clientId), policySchema),
    getUsage: () => call('GET', '/usage', usageSchema),
    reset: async () => {
      const answer = await call('POST', '/reset');
      if (answer.kind === 'done') tellClock(0);
      return answer;
    },
  };
}
