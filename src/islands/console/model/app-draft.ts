import type { AppSettings, AuthMethod, PlatformType } from '#app-settings/app.ts';
import type { Issue } from '#islands/sandbox-api/sandbox-api.ts';

/** What stands in the form, for both portals at once, so that looking at the other one loses nothing. */
export interface AppDraft {
  name: string;
  portal: AppSettings['portal'];
  audience: AppSettings['audience'];
  platformType: PlatformType;
  methods: AuthMethod[];
  issueRefreshTokens: boolean;
  /** As typed, empty lines too. */
  redirectUris: string[];
  scopes: string[];
}

/** Where the form starts: the most common app of today's portal, ready for this site's callback. */
export function emptyDraft(origin: string): AppDraft {
  return {
    name: '',
    portal: 'current',
    audience: 'private',
    platformType: 'ServerWeb',
    methods: ['three-legged'],
    issueRefreshTokens: false,
    redirectUris: [`${origin}/callback/`],
    scopes: ['ReadAccounts'],
  };
}

/** The form as an app fills it. */
export function draftOfApp(app: AppSettings): AppDraft {
  return {
    name: app.name,
    portal: app.portal,
    audience: app.audience,
    platformType: app.platformType ?? 'ServerWeb',
    methods: [...(app.methods ?? [])],
    // The classic portal has no such field: an app has refresh tokens unless it is said otherwise.
    issueRefreshTokens: app.issueRefreshTokens ?? app.portal === 'classic',
    redirectUris: app.redirectUris.length > 0 ? [...app.redirectUris] : [''],
    scopes: [...app.scopes],
  };
}

/** Whether the form asks where the code runs. */
export function asksForPlatform({ portal, methods }: AppDraft): boolean {
  return portal === 'classic' || methods.includes('three-legged');
}

/** The settings that the form describes; the sandbox judges them. */
export function settingsOf(draft: AppDraft): AppSettings {
  const { name, portal, audience, issueRefreshTokens, scopes } = draft;
  return {
    name,
    portal,
    audience,
    ...(asksForPlatform(draft) && { platformType: draft.platformType }),
    ...(portal === 'current' && { methods: draft.methods }),
    issueRefreshTokens,
    redirectUris: draft.redirectUris.filter((uri) => uri !== ''),
    scopes,
  };
}

/** Only what differs from the app as it is, because some settings cannot even be named in a change. */
export function changesOf(app: AppSettings, draft: AppDraft): Partial<AppSettings> {
  const before = settingsOf(draftOfApp(app));
  const after = settingsOf(draft);
  return Object.fromEntries(
    Object.entries(after).filter(
      ([member, value]) =>
        JSON.stringify(value) !== JSON.stringify(before[member as keyof AppSettings]),
    ),
  );
}

export type DraftField = keyof AppDraft;

/** What the sandbox objects to, by field; `other` is what no field has. */
export interface FieldProblems {
  fields: Partial<Record<DraftField, string>>;
  /** By the line in the form, empty lines counted. */
  lines: Record<number, string>;
  other: string[];
  count: number;
}

export const noProblems: FieldProblems = { fields: {}, lines: {}, other: [], count: 0 };

const fieldNames: ReadonlySet<string> = new Set<DraftField>([
  'name',
  'portal',
  'audience',
  'platformType',
  'methods',
  'issueRefreshTokens',
  'redirectUris',
  'scopes',
]);

/** Puts each of the sandbox's issues on the field that it names. */
export function problemsOf(issues: readonly Issue[], draft: AppDraft): FieldProblems {
  const problems: FieldProblems = { fields: {}, lines: {}, other: [], count: issues.length };
  // The line in the form of each URI that was sent.
  const sent = draft.redirectUris.flatMap((uri, line) => (uri === '' ? [] : [line]));
  for (const { path, message } of issues) {
    const [field = '', index] = path.split('.');
    const line = field === 'redirectUris' && index !== undefined ? sent[Number(index)] : undefined;
    if (line !== undefined) problems.lines[line] = message;
    else if (fieldNames.has(field)) problems.fields[field as DraftField] ??= message;
    else problems.other.push(message);
  }
  return problems;
}

/** The problems less those of the fields that were just edited: what is put right is no longer said. */
export function withoutEdited(problems: FieldProblems, edited: Partial<AppDraft>): FieldProblems {
  if (problems.count === 0) return problems;
  const fields = Object.fromEntries(
    Object.entries(problems.fields).filter(([field]) => !(field in edited)),
  );
  const lines = 'redirectUris' in edited ? {} : problems.lines;
  const count = Object.keys(fields).length + Object.keys(lines).length + problems.other.length;
  return { ...problems, fields, lines, count };
}
