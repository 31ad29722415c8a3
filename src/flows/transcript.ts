import * as z from 'zod/mini';
import {
  audienceSchema,
  authMethodSchema,
  platformTypeSchema,
  portalSchema,
} from '#app-settings/app.ts';
import { exchangeSchema } from '#protocol/exchange.ts';

/** The app's settings, as far as they are known. */
const knownSettingsSchema = z.partial(
  z.object({
    name: z.string(),
    portal: portalSchema,
    audience: audienceSchema,
    platformType: platformTypeSchema,
    methods: z.array(authMethodSchema),
    issueRefreshTokens: z.boolean(),
    redirectUris: z.array(z.string()),
    scopes: z.array(z.string()),
  }),
);

/**
 * Exchanges in the order they happened, with the app's settings where they are
 * known: what the diagram, the viewer, the export and the diagnoser all take.
 */
export const transcriptSchema = z.object({
  exchanges: z.array(exchangeSchema),
  settings: z.optional(knownSettingsSchema),
});

export type KnownSettings = z.infer<typeof knownSettingsSchema>;
export type Transcript = z.infer<typeof transcriptSchema>;
