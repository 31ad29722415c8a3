import { readFileSync } from 'node:fs';
import * as z from 'zod';

const apiError = z.looseObject({ errorCode: z.string(), message: z.string().optional() });
const body = z.looseObject({
  error: z.string().optional(),
  error_description: z.string().optional(),
  message: z.string().optional(),
  errors: z.array(apiError).optional(),
});

const answers = z.object({
  about: z.string(),
  collected: z.string(),
  answers: z.array(
    z.looseObject({
      id: z.string(),
      evidence: z.string(),
      source: z.looseObject({ label: z.string(), url: z.string().optional(), date: z.string() }),
      answer: z.looseObject({
        status: z.number().nullish(),
        body: z.union([body, z.string(), z.null()]).optional(),
      }),
    }),
  ),
});

/**
 * Answers of RingCentral's servers that stand in public texts, ids and tokens replaced, each with
 * its source: what the sandbox and the catalogue are compared with.
 */
export const recordedAnswers = answers.parse(
  JSON.parse(readFileSync(new URL('answers.json', import.meta.url), 'utf8')),
).answers;

export interface RecordedRefusal {
  id: string;
  status: number | undefined;
  error: string | undefined;
  code: string | undefined;
  text: string;
}

/** Those that refuse and have a text. */
export function recordedRefusals(): RecordedRefusal[] {
  return recordedAnswers.flatMap(({ id, answer }) => {
    if (!answer.body || typeof answer.body === 'string') return [];
    const { errors, error, error_description: description, message } = answer.body;
    const text = errors?.[0]?.message ?? description ?? message;
    if (text === undefined || answer.status === 200) return [];
    return [{ id, status: answer.status ?? undefined, error, code: errors?.[0]?.errorCode, text }];
  });
}
