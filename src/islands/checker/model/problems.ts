import type { AppSettings } from '#app-settings/app.ts';
import { redirectUriProblem } from '#app-settings/redirect-uri.ts';
import { appSettingsSchema, mostRedirectUris } from '#app-settings/schema.ts';
import { asksForRedirect, type Draft } from '#islands/app-form/draft.ts';
import type { FieldProblems } from '#islands/app-form/problems.ts';
import { readings } from './readings.ts';

/** The problem that no single field has, or one of another field. */
function issuesOf(settings: AppSettings): { field: string; message: string }[] {
  const { error } = appSettingsSchema.safeParse(settings);
  return (error?.issues ?? []).map(({ path, message }) => ({ field: String(path[0]), message }));
}

/** Judges the form as its reader typed it; empty where a portal could have made the settings. */
export function problemsOf(draft: Draft): FieldProblems {
  const [settings] = readings(draft);
  const lines: FieldProblems['lines'] = {};
  const seen = new Set<string>();
  if (asksForRedirect(draft)) {
    draft.redirectUris.forEach((uri, line) => {
      if (uri === '') return;
      const problem = seen.has(uri)
        ? 'This redirect URI is listed twice.'
        : redirectUriProblem(uri, settings.platformType);
      seen.add(uri);
      if (problem) lines[line] = problem;
    });
    if (seen.size > mostRedirectUris) {
      lines[draft.redirectUris.length - 1] =
        `An app may register ${mostRedirectUris} redirect URIs at most.`;
    }
  }
  const fields: FieldProblems['fields'] = {};
  for (const { field, message } of issuesOf({ ...settings, redirectUris: [] })) {
    if (field === 'name' || field === 'methods' || field === 'scopes') fields[field] ??= message;
  }
  return {
    fields,
    lines,
    other: [],
    count: Object.keys(fields).length + Object.keys(lines).length,
  };
}

/** The settings without the redirect URIs that nobody could register, so that verdicts go on meanwhile. */
export function withoutProblems(
  draft: Draft,
  { fields, lines }: Pick<FieldProblems, 'fields' | 'lines'>,
): Draft {
  return {
    ...draft,
    name: fields.name ? '' : draft.name,
    redirectUris: draft.redirectUris.filter((_, line) => lines[line] === undefined),
  };
}
