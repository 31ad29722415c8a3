import * as z from 'zod/mini';
import type { AppSettings } from '#app-settings/app.ts';
import { type AppView, appViewSchema } from '#sandbox/endpoints/control/app-view-schema.ts';
import { jwtViewSchema, newJwtSchema } from '#sandbox/endpoints/control/jwt-view-schema.ts';
import {
  clockSchema,
  inspectedTokenSchema,
  sessionViewSchema,
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

