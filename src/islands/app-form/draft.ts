import * as z from 'zod/mini';
import {
  anyAppName,
  type AppSettings,
  audienceSchema,
  authMethodSchema,
  platformTypeSchema,
  type PlatformType,
  type Portal,
} from '#app-settings/app.ts';
import { exampleRedirectUri } from '#app-settings/changes.ts';
import { accountFactsSchema } from '#app-settings/facts.ts';
import { currentPlatformTypes } from '#app-settings/portals.ts';
import type { PageLook } from '#app-settings/settings-page.ts';

/** Whose settings page the reader has; `unknown` where they cannot see it. */
export const settingsPages = ['current', 'classic', 'unknown'] as const;
export type SettingsPage = (typeof settingsPages)[number];

/** The classic portal's two pages: they ask the same in other words. */
export const classicLooks = ['wizard', 'office'] as const satisfies readonly PageLook[];

/** Longer than any field may be: what a tab kept is bounded, whatever was typed. */
const text = z.string().check(z.maxLength(4000));

/**
 * What stands in the form, for every settings page at once, so that looking at another page and
 * coming back loses nothing.
 */
export const draftSchema = z.strictObject({
  page: z.enum(settingsPages),
  /** Which of its two pages, where it is the classic one. */
  look: z.enum(classicLooks),
  name: text,
  audience: audienceSchema,
  platformType: platformTypeSchema,
  methods: z.array(authMethodSchema).check(z.maxLength(3)),
  /** Classic: the app's flows list Refresh Token. */
  classicRefresh: z.boolean(),
  /** Current: Issue refresh tokens. */
  issueRefreshTokens: z.boolean(),
  /** As typed, empty lines too. */
  redirectUris: z.array(text).check(z.maxLength(20)),
  scopes: z.array(text).check(z.maxLength(100)),
  facts: accountFactsSchema,
});

export type Draft = z.infer<typeof draftSchema>;

/** Used where an app needs a name and the reader gave none. */
export const anyName = anyAppName;

/** The most common app of today's portal: where the form starts. */
export const emptyDraft: Draft = {
  page: 'current',
  look: 'wizard',
  name: '',
  audience: 'private',
  platformType: 'ServerWeb',
  methods: ['three-legged'],
  classicRefresh: true,
  issueRefreshTokens: false,
  redirectUris: [exampleRedirectUri],
  scopes: ['ReadAccounts'],
  facts: {},
};

const nearest: Partial<Record<PlatformType, PlatformType>> = {
  MobileOther: 'MobileAndroid',
  DesktopOther: 'DesktopWindows',
};

/** The app type that the current portal's form shows for a platform type. */
export function currentType(type: PlatformType): PlatformType {
  return currentPlatformTypes.has(type) ? type : (nearest[type] ?? 'ServerWeb');
}

/** Whether the settings page asks where the code runs: the current portal does with 3-legged OAuth alone. */
export function asksForPlatform({ page, methods }: Pick<Draft, 'page' | 'methods'>): boolean {
  return page !== 'current' || methods.includes('three-legged');
}

/** Whether it asks for redirect URIs: the current portal does with 3-legged OAuth alone. */
export const asksForRedirect = asksForPlatform;

/** The settings that the form describes in one portal, as they were typed, less its empty lines. */
export function settingsIn(portal: Portal, draft: Draft): AppSettings {
  const { name, audience, platformType, methods, scopes } = draft;
  const classic = portal === 'classic';
  return {
    name,
    portal,
    audience,
    ...(asksForPlatform({ page: portal, methods }) && {
      platformType: classic ? platformType : currentType(platformType),
    }),
    ...(classic ? {} : { methods }),
    issueRefreshTokens: classic ? draft.classicRefresh : draft.issueRefreshTokens,
    redirectUris: draft.redirectUris.filter((uri) => uri !== ''),
    scopes,
  };
}

/** The form that shows an app's settings; what the settings leave open stays as `before` had it. */
export function draftOf(settings: AppSettings, before: Draft = emptyDraft): Draft {
  const { portal, name, audience, platformType, methods, issueRefreshTokens } = settings;
  const refresh: Partial<Record<Portal, Partial<Draft>>> = {
    classic: { classicRefresh: issueRefreshTokens !== false },
    current: { issueRefreshTokens: issueRefreshTokens === true },
  };
  return {
    ...before,
    ...refresh[portal],
    page: portal,
    name,
    audience,
    ...(platformType && { platformType }),
    ...(methods && { methods: [...methods] }),
    redirectUris: [...settings.redirectUris],
    scopes: [...settings.scopes],
  };
}

/** The look of the reader's page; undefined where they cannot see it. */
export function lookOf({ page, look }: Draft): PageLook | undefined {
  if (page === 'unknown') return undefined;
  return page === 'classic' ? look : 'auth-card';
}

/** Where the tab keeps the checker's form. */
export const storedFormKey = 'authorization-flows:checker';

/** What the tab stores: the form, and the fragment that was written for it. */
export const storedFormSchema = z.strictObject({
  version: z.literal(1),
  draft: draftSchema,
  fragment: z.string(),
});
