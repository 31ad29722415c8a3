import * as z from 'zod/mini';
import { appSettingsShape } from '#app-settings/schema.ts';

/** What brings an app back as it was: its settings, its id and its secret. */
export const rememberedAppSchema = z.object({
  ...appSettingsShape,
  clientId: z.string().check(z.minLength(1)),
  clientSecret: z.optional(z.string()),
});
export type RememberedApp = z.infer<typeof rememberedAppSchema>;

/** An app as it is remembered; what else the sandbox says of it is left out. */
export function withoutTheRest(app: RememberedApp): RememberedApp {
  return rememberedAppSchema.parse(app);
}
