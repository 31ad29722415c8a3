import * as z from 'zod/mini';
import { draftSchema } from '#islands/app-form/draft.ts';

export const storedFormKey = 'authorization-flows:checker';

/** What the tab stores: the form, and the fragment that was written for it. */
export const storedFormSchema = z.strictObject({
  version: z.literal(1),
  draft: draftSchema,
  fragment: z.string(),
});
