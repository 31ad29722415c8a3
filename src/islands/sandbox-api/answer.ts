import type * as z from 'zod/mini';
import { refusalSchema } from '#sandbox/endpoints/control/schemas.ts';

/** One thing that the sandbox objects to: member names joined by dots, such as `redirectUris.0`, and the reason. */
export interface Issue {
  path: string;
  message: string;
}

/**
 * What came of a call: it is done; the sandbox refused it and says why; or no answer of the
 * sandbox came, because nobody answered (`no-answer`) or somebody else did (`not-the-sandbox`).
 */
export type Answer<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'refused'; status: number; message: string; issues: Issue[] }
  | { kind: 'unreachable'; why: 'no-answer' | 'not-the-sandbox' };

const notTheSandbox = { kind: 'unreachable', why: 'not-the-sandbox' } as const;

/** A body that is not JSON reads as undefined, which no schema lets through. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads an answer of the control API through a schema.
 *
 * @param schema what a good answer holds; undefined where it holds nothing
 */
export async function readAnswer<Schema extends z.ZodMiniType>(
  response: Response,
  schema: Schema | undefined,
): Promise<Answer<z.infer<Schema>>> {
  const body = parse(await response.text());
  if (!response.ok) {
    const refusal = refusalSchema.safeParse(body);
    if (!refusal.success) return notTheSandbox;
    const issues = refusal.data.errors;
    const message = issues.map((issue) => issue.message).join(' ');
    return { kind: 'refused', status: response.status, message, issues };
  }
  if (!schema) {
    return response.status === 204 ? { kind: 'done', value: undefined as never } : notTheSandbox;
  }
  const value = schema.safeParse(body);
  return value.success ? { kind: 'done', value: value.data } : notTheSandbox;
}
