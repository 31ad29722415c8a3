import * as z from 'zod/mini';
import {
  audienceSchema,
  authMethodSchema,
  type FlowId,
  flowIdSchema,
  platformTypeSchema,
} from '#app-settings/app.ts';
import { accountFactsSchema, type AccountFacts } from '#app-settings/facts.ts';
import { isScope } from '#app-settings/scopes.ts';
import { classicLooks, type Draft, emptyDraft, settingsPages } from '#islands/app-form/draft.ts';
import { factNames, linkVersion } from '#islands/app-form/link.ts';
import { problemsOf, withoutProblems } from './problems.ts';

/** More than ten redirect URIs of the greatest length need, percent-encoded. */
export const longestFragment = 65_536;

const flag = z.enum(['yes', 'no']);
const list = z.pipe(
  z.string(),
  z.transform((value) => value.split(',').filter((item) => item !== '')),
);

const fragmentSchema = z.strictObject({
  page: z.enum(settingsPages),
  look: z.optional(z.enum(classicLooks)),
  audience: audienceSchema,
  type: z.optional(platformTypeSchema),
  methods: z.optional(z.pipe(list, z.array(authMethodSchema))),
  refresh: z.optional(flag),
  uri: z.optional(z.array(z.string())),
  scopes: z.optional(list),
  name: z.optional(z.string()),
  sso: z.optional(flag),
  mfa: z.optional(flag),
  apps: z.optional(flag),
  others: z.optional(flag),
  brand: accountFactsSchema.shape.brandEnvironment,
  open: z.optional(flowIdSchema),
});

export type ReadFragment =
  /** No settings: an ordinary anchor, or nothing. */
  | { kind: 'none' }
  | {
      kind: 'read';
      draft: Draft;
      /** The flow whose row is to be open. */
      open?: FlowId;
      /** What of it could not be read, a sentence each: the rest stands in the form. */
      left: string[];
    }
  | { kind: 'refused'; reasons: string[] };

const refused = (...reasons: string[]): ReadFragment => ({ kind: 'refused', reasons });

/** Reads a fragment: what can be read is used, and what cannot is named. */
export function readFragment(fragment: string): ReadFragment {
  const text = fragment.replace(/^#/, '');
  if (!text.includes('=')) return { kind: 'none' };
  if (text.length > longestFragment) {
    return refused(`It has ${text.length} characters, and no app has settings that long.`);
  }
  const members = new Map<string, string[]>();
  for (const [key, value] of new URLSearchParams(text)) {
    members.set(key, [...(members.get(key) ?? []), value]);
  }
  const written = members.get('v')?.[0];
  members.delete('v');
  if (written === undefined || !/^[1-9]\d{0,5}$/.test(written)) {
    return refused('It does not say which version of this page wrote it.');
  }
  if (Number(written) > linkVersion) {
    return refused(
      `A later version of this page wrote it: version ${written}, and this one reads version ${linkVersion}. Open it where it was made.`,
    );
  }
  const left: string[] = [];
  for (const [key, values] of members) {
    if (key !== 'uri' && values.length > 1) left.push(`${key} is in it twice.`);
    else if (!values.some((value) => value.includes('\uFFFD'))) continue;
    else left.push(`${key}: its percent-encoding is damaged.`);
    members.delete(key);
  }
  return readMembers(
    Object.fromEntries(
      [...members].map(([key, values]) => [key, key === 'uri' ? values : values[0]]),
    ),
    left,
  );
}

/** Without the members that cannot be read, each named in `left`. */
function readable(members: Record<string, unknown>, left: string[]) {
  const { error } = fragmentSchema.safeParse(members);
  const bad = new Set<PropertyKey>();
  for (const issue of error?.issues ?? []) {
    left.push(wordsFor(issue));
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path[0] ?? ''];
    for (const key of keys) bad.add(key);
  }
  const good = Object.entries(members).filter(([key]) => !bad.has(key));
  // What a link has to say and this one does not is as the form begins.
  return fragmentSchema.parse({
    page: emptyDraft.page,
    audience: emptyDraft.audience,
    ...Object.fromEntries(good),
  });
}

function readMembers(members: Record<string, unknown>, left: string[]): ReadFragment {
  const data = readable(members, left);
  const draft: Draft = {
    ...emptyDraft,
    page: data.page,
    audience: data.audience,
    redirectUris: data.uri ?? [],
    scopes: data.scopes ?? [],
    name: data.name ?? '',
    facts: factsOf(data),
    ...(data.look && { look: data.look }),
    ...(data.type && { platformType: data.type }),
    ...(data.methods && { methods: data.methods }),
    ...(data.refresh &&
      (data.page === 'classic'
        ? { classicRefresh: data.refresh === 'yes' }
        : { issueRefreshTokens: data.refresh === 'yes' })),
  };
  const { fields, lines } = problemsOf(draft);
  left.push(...Object.values(fields));
  for (const [line, problem] of Object.entries(lines)) {
    left.push(`Redirect URI ${Number(line) + 1}: ${problem}`);
  }
  return {
    kind: 'read',
    draft: {
      ...withoutProblems(draft, { fields, lines }),
      scopes: draft.scopes.filter(isScope),
      ...(fields.methods ? { methods: emptyDraft.methods } : {}),
    },
    ...(data.open && { open: data.open }),
    left: [...new Set(left)],
  };
}

function factsOf(data: z.infer<typeof fragmentSchema>): AccountFacts {
  const facts: AccountFacts = {};
  for (const [key, fact] of Object.entries(factNames) as [
    keyof typeof factNames,
    keyof AccountFacts,
  ][]) {
    const value = data[key];
    if (value) Object.assign(facts, { [fact]: value === 'yes' });
  }
  if (data.brand) facts.brandEnvironment = data.brand;
  return facts;
}

const longestShown = 60;

function wordsFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => key.slice(0, longestShown)).join(', ');
    return `It has parts that this page does not know: ${keys}.`;
  }
  const field = String(issue.path[0]);
  if (issue.code === 'invalid_value') {
    return `${field} is one of: ${issue.values.map(String).join(', ')}.`;
  }
  return `${field} is missing or cannot be read.`;
}
