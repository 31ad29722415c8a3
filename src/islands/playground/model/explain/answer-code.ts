import * as z from 'zod/mini';

const envelopeSchema = z.object({
  error: z.optional(z.string()),
  errorCode: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ errorCode: z.optional(z.string()) }))),
});

/**
 * The code that decides in an error answer: RingCentral's own where it is there, else the RFC's
 * `error`; undefined when the body is not such an envelope.
 */
export function errorCodeOf(body: string | undefined): string | undefined {
  if (body === undefined) return undefined;
  try {
    const parsed = envelopeSchema.safeParse(JSON.parse(body));
    if (!parsed.success) return undefined;
    const { error, errorCode, errors } = parsed.data;
    return errors?.find((entry) => entry.errorCode !== undefined)?.errorCode ?? errorCode ?? error;
  } catch {
    return undefined;
  }
}
