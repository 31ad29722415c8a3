import type * as z from 'zod/mini';
import type { Issue } from './answer.ts';

export type BodyResult<Body> = { kind: 'body'; body: Body } | { kind: 'issues'; issues: Issue[] };

/** What a schema of `zod/mini` leaves unsaid: it carries no messages of its own. */
const messages: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This member is required.'
        : `This member must be of type ${issue.expected}.`;
    case 'invalid_value':
      return `This member must be one of: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `Unknown: ${issue.keys.join(', ')}.`;
    case 'too_small':
      return `This member must be ${String(issue.minimum)} or more.`;
    case 'too_big':
      return `This member must be ${String(issue.maximum)} or less.`;
    default:
      return 'This member has a value that it may not have.';
  }
};

/** Zod's issues as the control API lists them. */
export function issuesOf(error: z.core.$ZodError): Issue[] {
  return error.issues.map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }));
}

/**
 * Parses a JSON body by a schema. What `JSON.parse` makes of `__proto__` is a
 * member like any other, which a strict schema refuses by name.
 */
export function readBody<Schema extends z.ZodMiniType>(
  schema: Schema,
  text: string,
): BodyResult<z.infer<Schema>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'issues', issues: [{ path: '', message: 'The body is not JSON.' }] };
  }
  const result = schema.safeParse(value, { error: messages });
  return result.success
    ? { kind: 'body', body: result.data }
    : { kind: 'issues', issues: issuesOf(result.error) };
}
