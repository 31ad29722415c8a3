import type { AppSettings } from '#app-settings/app.ts';
import { type Draft, draftOf, emptyDraft, settingsIn } from '#islands/app-form/draft.ts';
import type { FieldProblems, ProblemField } from '#islands/app-form/problems.ts';
import type { Issue } from '#islands/sandbox-api/sandbox-api.ts';

/** Where the form starts: the most common app of today's portal, ready for this site's callback. */
export function newDraft(origin: string): Draft {
  return { ...emptyDraft, redirectUris: [`${origin}/callback/`] };
}

/** The form as an app fills it, with a line to type in where it has no redirect URI. */
export function draftOfApp(app: AppSettings): Draft {
  const draft = draftOf(app);
  return { ...draft, redirectUris: draft.redirectUris.length > 0 ? draft.redirectUris : [''] };
}

/** The settings that the form describes; the sandbox judges them. */
export function settingsOf(draft: Draft): AppSettings {
  return settingsIn(draft.page === 'classic' ? 'classic' : 'current', draft);
}

/** Only what differs from the app as it is, because some settings cannot even be named in a change. */
export function changesOf(app: AppSettings, draft: Draft): Partial<AppSettings> {
  const before = settingsOf(draftOfApp(app));
  const after = settingsOf(draft);
  return Object.fromEntries(
    Object.entries(after).filter(
      ([member, value]) =>
        JSON.stringify(value) !== JSON.stringify(before[member as keyof AppSettings]),
    ),
  );
}

const fieldNames: ReadonlySet<string> = new Set<ProblemField>([
  'name',
  'audience',
  'platformType',
  'methods',
  'redirectUris',
  'scopes',
]);

/** Puts each of the sandbox's issues on the field that it names. */
export function problemsOf(issues: readonly Issue[], draft: Draft): FieldProblems {
  const problems: FieldProblems = { fields: {}, lines: {}, other: [], count: issues.length };
  // The line in the form of each URI that was sent.
  const sent = draft.redirectUris.flatMap((uri, line) => (uri === '' ? [] : [line]));
  for (const { path, message } of issues) {
    const [field = '', index] = path.split('.');
    const line = field === 'redirectUris' && index !== undefined ? sent[Number(index)] : undefined;
    if (line !== undefined) problems.lines[line] = message;
    else if (fieldNames.has(field)) problems.fields[field as ProblemField] ??= message;
    else problems.other.push(message);
  }
  return problems;
}

/** The problems less those of the fields that were just edited: what is put right is no longer said. */
export function withoutEdited(problems: FieldProblems, edited: Partial<Draft>): FieldProblems {
  if (problems.count === 0) return problems;
  const fields = Object.fromEntries(
    Object.entries(problems.fields).filter(([field]) => !(field in edited)),
  );
  const lines = 'redirectUris' in edited ? {} : problems.lines;
  const count = Object.keys(fields).length + Object.keys(lines).length + problems.other.length;
  return { ...problems, fields, lines, count };
}
