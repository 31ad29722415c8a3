import * as z from 'zod/mini';
import { appSettingsSchema } from '#app-settings/schema.ts';
import { actors } from '#protocol/actors.ts';

/** So much of a transcript goes into a link that is read; what is longer is no case of a ticket. */
export const longestTranscript = 40_000;

const text = (most: number) => z.string().check(z.maxLength(most));
const list = <Of extends z.core.$ZodType>(of: Of, most: number) =>
  z.array(of).check(z.maxLength(most));

const place = z.int().check(z.gte(0), z.lte(longestTranscript));
const range = z
  .strictObject({ from: place, to: place })
  .check(z.refine(({ from, to }) => from <= to));
const certainty = z.enum(['certain', 'likely', 'cannot tell']);
const id = z.string().check(z.regex(/^[A-Z][A-Z0-9-]{1,30}$/));
const words = text(3_000);
const label = z.string().check(z.regex(/^masked-[a-z_]{1,40}-\d{1,6}-\d{1,9}chars$/));

const segment = z.strictObject({
  text: text(2_000),
  tone: z.enum(['plain', 'differs', 'invisible']),
});
const row = z.strictObject({
  label: text(200),
  segments: list(segment, 400),
  maker: z.optional(z.enum(actors)),
  verdict: z.optional(z.enum(['same', 'differs'])),
});
/** An address leads to a page of this site, or to where a finding's sources are. */
const source = z.strictObject({
  label: text(300),
  href: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^(?:https:\/\/(?:www\.rfc-editor\.org|datatracker\.ietf\.org|openid\.net|github\.com|(?:[a-z]{1,20}\.)?ringcentral\.com)\/|\/(?!\/))[^\s"'<>\\]{1,400}$/,
        ),
      ),
  ),
});

// Version 1 carried the words of its findings; a page that reads them says its own.
const finding = z.strictObject({
  id,
  kind: z.optional(z.enum(['wrong', 'risk', 'note', 'well'])),
  title: z.optional(words),
  claims: z.optional(list(z.strictObject({ text: words, certainty }), 20)),
  who: z.optional(z.enum(['developer', 'administrator', 'user', 'provider', 'nobody'])),
  code: z.optional(text(60)),
  why: z.optional(words),
  fix: z.optional(words),
  lacks: z.optional(words),
  evidence: list(
    z.strictObject({ source: text(80), parameter: text(200), range: z.optional(range) }),
    40,
  ),
  comparison: z.optional(list(row, 20)),
  excluded: z.optional(list(z.strictObject({ cause: words, code: z.optional(text(60)) }), 40)),
  setting: z.optional(
    z.strictObject({
      rule: z.string().check(z.regex(/^[A-Z]\d{1,2}$/)),
      clientId: text(200),
      changes: list(words, 20),
    }),
  ),
  sources: z.optional(list(source, 20)),
});

const removed = z.strictObject({
  of: z.enum(['secret', 'person', 'body']),
  kind: z.string().check(z.regex(/^[A-Za-z][A-Za-z_ -]{1,40}$/)),
  label,
  count: z.int().check(z.gte(1), z.lte(1_000_000)),
  madeOf: z.optional(z.string().check(z.regex(/^[A-Za-z0-9 ,-]{1,80}$/))),
});

const piece = z.strictObject({
  form: z.string().check(z.regex(/^[A-Za-z][A-Za-z ]{1,40}$/)),
  range,
  unknown: list(z.string().check(z.regex(/^[a-z ]{1,30}$/)), 10),
  codes: list(id, 20),
  message: z.optional(text(2_000)),
});

/**
 * All that a case link may hold: what is not listed here is neither written nor read. Nobody's numbers
 * are in it, and no exchange: those are read from the transcript again.
 */
export const caseSchema = z.strictObject({
  text: text(longestTranscript),
  isCut: z.boolean(),
  pieces: list(piece, 300),
  findings: list(finding, 40),
  removed: list(removed, 2_000),
  settings: z.optional(appSettingsSchema),
});

export type LinkedCase = z.infer<typeof caseSchema>;
