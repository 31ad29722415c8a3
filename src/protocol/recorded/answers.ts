import * as z from 'zod/mini';
import recorded from './answers.json' with { type: 'json' };

const apiError = z.looseObject({
  errorCode: z.string(),
  message: z.optional(z.string()),
});
const body = z.looseObject({
  error: z.optional(z.string()),
  error_description: z.optional(z.string()),
  message: z.optional(z.string()),
  errors: z.optional(z.array(apiError)),
});
const headers = z.record(z.string(), z.string());

const answers = z.object({
  about: z.string(),
  collected: z.string(),
  answers: z.array(
    z.looseObject({
      id: z.string(),
      evidence: z.string(),
      source: z.looseObject({
        label: z.string(),
        url: z.optional(z.string()),
        date: z.string(),
      }),
      request: z.looseObject({ method: z.string(), path: z.string() }),
      answer: z.looseObject({
        status: z.optional(z.nullable(z.number())),
        headers: z.optional(headers),
        body: z.optional(z.union([body, z.string(), z.null()])),
      }),
      note: z.optional(z.string()),
    }),
  ),
});

const parsed = answers.parse(recorded);

/**
 * Answers of RingCentral's servers that stand in public texts, ids and tokens replaced, each with
 * its source: what the sandbox and the catalogue are compared with. For tests and for pages that
 * are built; no page of a reader loads them.
 */
export const recordedAnswers = parsed.answers;

export type RecordedAnswer = (typeof recordedAnswers)[number];

/** The day on which they were collected. */
export const collectedOn = parsed.collected;

/** The answer of an id, which is a mistake of the caller where there is none. */
export function recordedAnswer(id: string): RecordedAnswer {
  const found = recordedAnswers.find((each) => each.id === id);
  if (!found) throw new Error(`No recorded answer ${id}`);
  return found;
}
