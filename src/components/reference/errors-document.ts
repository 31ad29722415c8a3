import * as z from 'zod';

const form = z.strictObject({
  text: z.string().describe('As it was sent; the parts that differ are in angle brackets.'),
  when: z.string().describe('As near as the source has it: a year, a month or a day.'),
  evidence: z.enum(['recorded', 'stated', 'reported']),
  source: z.strictObject({ label: z.string(), href: z.url().optional() }),
  status: z.int().optional(),
  error: z.string().optional(),
});

const error = z.strictObject({
  code: z.string(),
  origin: z
    .enum(['ringcentral', 'sandbox'])
    .describe('Who sends the code. RingCentral never sends a code of the sandbox’s own.'),
  family: z.string(),
  href: z.string().describe('Its entry on the site.'),
  sandbox: z
    .strictObject({
      status: z.int(),
      error: z.string(),
      message: z.string(),
      example: z.record(z.string(), z.unknown()).describe('The body under errorShape ringcentral.'),
    })
    .optional()
    .describe('How the sandbox answers it; absent where it never does.'),
  when: z.string(),
  cause: z.string().optional(),
  fix: z.string(),
  basis: z.enum(['stated', 'observed', 'inferred', 'sandbox']),
  source: z.string(),
  who: z.enum(['developer', 'administrator', 'user', 'provider', 'nobody']).optional(),
  met: z.enum(['often', 'sometimes', 'rarely', 'not met']).optional(),
  ask: z.string().optional(),
  seen: z.array(form).describe('The forms that it had at RingCentral, the newest first.'),
  rules: z.array(z.string()).describe('The rules of the app settings that end in it.'),
  mistakes: z
    .array(z.strictObject({ title: z.string(), href: z.string() }))
    .describe('Where the playground makes it happen.'),
});

/** `/errors.json`: the catalogue of errors as data for other programs. */
export const errorsDocument = z.strictObject({
  $schema: z.literal('/errors.schema.json'),
  title: z.string(),
  errors: z.array(error),
});

export type ErrorsDocument = z.infer<typeof errorsDocument>;
export type ErrorFacts = ErrorsDocument['errors'][number];
