import { readNewAppLink } from '#app-settings/new-app-link/read.ts';
import { appSettingsSchema, appSettingsShape } from '#app-settings/schema.ts';
import type * as z from 'zod/mini';
import { asksForRedirect, type Draft, draftOf } from '#islands/app-form/draft.ts';
import { longestFragment, readFragment } from './fragment.ts';

/** What a pasted text gave. */
export type Imported =
  | {
      kind: 'read';
      draft: Draft;
      /** What it was: "the new-app link". */
      what: string;
      /** What it did not say, and what of it was left. */
      notes: string[];
      /** Nothing of it was left out. */
      isWhole: boolean;
    }
  | { kind: 'refused'; reasons: string[] };

const refused = (...reasons: string[]): Imported => ({ kind: 'refused', reasons });

/**
 * Reads settings out of a pasted text: a new-app link, a link to this page, or JSON as this page and
 * the control API write it. Nothing is fetched from it and nothing in it runs.
 */
export function importText(pasted: string, before: Draft): Imported {
  const text = pasted.trim();
  if (text === '') return refused('Paste a new-app link, a link to this page, or JSON.');
  if (text.length > longestFragment) {
    return refused(`This has ${text.length} characters, and no app has settings that long.`);
  }
  if (text.startsWith('{')) return importJson(text, before);
  const own = /^(?:[a-z]+:\/\/[^/#]+)?(?:\/checker\/)?#(.*)$/is.exec(text)?.[1];
  if (own?.includes('=')) {
    const read = readFragment(own);
    if (read.kind === 'read') {
      const { draft, left } = read;
      const what = 'the link to this page';
      return { kind: 'read', draft, what, notes: left, isWhole: left.length === 0 };
    }
    return refused(...(read.kind === 'refused' ? read.reasons : ['It has no settings.']));
  }
  return importLink(text, before);
}

function importLink(text: string, before: Draft): Imported {
  const read = readNewAppLink(text, before.page === 'classic' ? 'classic' : undefined);
  if (read.kind === 'refused') return refused(read.reason);
  const notes = [
    ...read.unread.map(
      ({ parameter, value, reason }) =>
        `Left out: ${parameter}${value === undefined ? '' : ` ${value}`}. ${reason}`,
    ),
    ...(read.assumed.length > 0
      ? [`Assumed, because the link does not say. ${read.assumed.join(' ')}`]
      : []),
  ];
  const isWhole = read.unread.length === 0;
  return found(draftOf(read.settings, before), 'the new-app link', notes, isWhole);
}

function found(draft: Draft, what: string, notes: string[], isWhole = true): Imported {
  const count = draft.redirectUris.length;
  const notUsed =
    count > 0 && !asksForRedirect(draft)
      ? [
          `Not used: ${count === 1 ? 'the redirect URI' : `${count} redirect URIs`}. The portal asks for them only with 3-legged OAuth.`,
        ]
      : [];
  return {
    kind: 'read',
    draft,
    what,
    notes: [...notes, ...notUsed],
    isWhole: isWhole && notUsed.length === 0,
  };
}

/** Members that the control API adds to an app; none of them is a setting. */
const beside = new Set(['clientId', 'clientSecret', 'createdAt', 'demo', 'flows']);

function importJson(text: string, before: Draft): Imported {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('This begins like JSON and cannot be read as JSON.');
  }
  const members = Object.entries(value as object);
  const left = members.map(([key]) => key).filter((key) => beside.has(key));
  const settings = Object.fromEntries(members.filter(([key]) => !beside.has(key)));
  const { data, error } = appSettingsSchema.safeParse(settings, { error: messages });
  if (error) {
    return refused(
      ...error.issues.map(
        ({ path, message }) => `${path.map(String).join('.') || 'JSON'}: ${message}`,
      ),
    );
  }
  return found(
    draftOf(data, before),
    'the JSON',
    left.length > 0 ? [`Left out, because they are not settings: ${left.join(', ')}.`] : [],
  );
}

const known = Object.keys(appSettingsShape).join(', ');

const messages: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'It is missing.' : `It must be of type ${issue.expected}.`;
    case 'invalid_value':
      return `It is one of: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => key.slice(0, 60)).join(', ')} is no setting of an app: ${known}.`;
    default:
      return 'It has a value that it may not have.';
  }
};
