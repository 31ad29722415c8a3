import { flowIds } from '#app-settings/app.ts';
import { availability } from '#app-settings/availability.ts';
import { appSettingsShape } from '#app-settings/schema.ts';
import * as z from 'zod/mini';
import type { AppRecord } from '../../store/records.ts';

const verdictSchema = z.enum(['allowed', 'warning', 'refused']);

const flowSchema = z.object({
  bySettings: verdictSchema,
  today: verdictSchema,
  reasons: z.array(z.string()),
  predictedError: z.optional(z.string()),
});

/** An app as the control API shows it: its settings, its credentials, and what its settings allow. */
export const appViewSchema = z.object({
  ...appSettingsShape,
  clientId: z.string(),
  clientSecret: z.optional(z.string()),
  createdAt: z.number(),
  demo: z.boolean(),
  flows: z.object(Object.fromEntries(flowIds.map((id) => [id, flowSchema]))),
});

export function appView(app: AppRecord): object {
  return { ...app, flows: availability(app) };
}
