import type { AppSettings } from '#app-settings/app.ts';
import { redirectUriProblem } from '#app-settings/redirect-uri.ts';
import { appSettingsSchema, mostRedirectUris } from '#app-settings/schema.ts';
import { readings, type Draft } from './draft.ts';

/** What is wrong in the form, by field; empty where the settings are some that a portal could have made. */
export interface Problems {
  name?: string;
  methods?: string;
  scopes?: string;
  /** By the line of the form. */
  redirectUris: Record<number, string>;
  count: number;
}

/** The problem that no single field has, or one of another field. */
function issuesOf(settings: AppSettings): { field: string; message: string }[] {
  const { error } = appSettingsSchema.safeParse(settings);
  return (error?.issues ?? []).map(({ path, message }) => ({ field: String(path[0]), message }));
}

/** Judges the form as its reader typed it. */
export function problemsOf(draft: Draft): Problems {
  const [settings] = readings(draft);
  const redirectUris: Record<number, string> = {};
  const seen = new Set<string>();
  if (asksForRedirect(draft)) {
    draft.redirectUris.forEach((uri, line) => {
      if (uri === '') return;
      const problem = seen.has(uri)
        ? 'This redirect URI is listed twice.'
        : redirectUriProblem(uri, settings.platformType);
      seen.add(uri);
      if (problem) redirectUris[line] = problem;
    });
    if (seen.size > mostRedirectUris) {
      redirectUris[draft.redirectUris.length - 1] =
        `An app may register ${mostRedirectUris} redirect URIs at most.`;
    }
  }
  const others: Pick<Problems, 'name' | 'methods' | 'scopes'> = {};
  for (const { field, message } of issuesOf({ ...settings, redirectUris: [] })) {
    if (field === 'name' || field === 'methods' || field === 'scopes') others[field] ??= message;
  }
  const count = Object.keys(others).length + Object.keys(redirectUris).length;
  return { ...others, redirectUris, count };
}

/** Whether the settings page asks for redirect URIs: the current portal does with 3-legged OAuth alone. */
export function asksForRedirect({ page, methods }: Draft): boolean {
  return page !== 'current' || methods.includes('three-legged');
}

/** The settings without the redirect URIs that nobody could register, so that verdicts go on meanwhile. */
export function withoutProblems(draft: Draft, problems: Problems): Draft {
  return {
    ...draft,
    name: problems.name ? '' : draft.name,
    redirectUris: draft.redirectUris.filter((_, line) => problems.redirectUris[line] === undefined),
  };
}
