import type { FlowId } from '#app-settings/app.ts';
import { appSettingsShape } from '#app-settings/schema.ts';
import * as z from 'zod/mini';

const verdictSchema = z.enum(['allowed', 'warning', 'refused']);
const flowSchema = z.object({
  bySettings: verdictSchema,
  today: verdictSchema,
  reasons: z.array(z.string()),
  predictedError: z.optional(z.string()),
});
// Written out: what is made in a loop stays in a worker that does not read it.
const flowsShape: Record<FlowId, typeof flowSchema> = {
  'auth-code': flowSchema,
  'auth-code-pkce': flowSchema,
  implicit: flowSchema,
  password: flowSchema,
  'refresh-token': flowSchema,
  jwt: flowSchema,
  'client-credentials': flowSchema,
};

/**
 * An app as the control API shows it: its settings, its credentials, and what its settings allow.
 * Apart from the rule book, so that a page which only reads an app does not load it.
 */
export const appViewSchema = z.object({
  ...appSettingsShape,
  clientId: z.string(),
  clientSecret: z.optional(z.string()),
  createdAt: z.number(),
  demo: z.boolean(),
  flows: z.object(flowsShape),
});
export type AppView = z.infer<typeof appViewSchema>;
