import * as z from 'zod/mini';
import {
  type AppSettings,
  audienceSchema,
  authMethodSchema,
  platformTypeSchema,
  portalSchema,
} from './app.ts';
import { mostNameCharacters, nameProblems } from './name.ts';
import { currentPlatformTypes } from './portals.ts';
import { redirectUriProblem } from './redirect-uri.ts';
import { isScope } from './scopes.ts';

export const mostRedirectUris = 10;

/** The members of an app's settings, for schemas that add to them; `checkSettings` says how they go together. */
export const appSettingsShape = {
  name: z.string({ error: nameProblems.missing }).check(
    z.refine((name) => name.trim() !== '', nameProblems.missing),
    z.maxLength(mostNameCharacters, nameProblems.long),
  ),
  portal: portalSchema,
  audience: audienceSchema,
  platformType: z.optional(platformTypeSchema),
  methods: z.optional(z.array(authMethodSchema)),
  issueRefreshTokens: z.optional(z.boolean()),
  redirectUris: z.array(z.string()).check(
    z.maxLength(mostRedirectUris, `An app may register ${mostRedirectUris} redirect URIs at most.`),
    z.refine((uris) => new Set(uris).size === uris.length, 'A redirect URI is listed twice.'),
  ),
  scopes: z
    .array(
      z.string().check(
        z.refine(isScope, {
          error: ({ input }) => `${JSON.stringify(input)} is not an app scope of RingCentral.`,
        }),
      ),
    )
    .check(
      z.refine((scopes) => new Set(scopes).size === scopes.length, 'A scope is listed twice.'),
    ),
};

/** One thing that no portal could have produced: the field and the reason. */
interface Objection {
  path: (string | number)[];
  message: string;
}

/**
 * What no portal could have produced though each member is good on its own.
 *
 * @returns Every objection, in the order of the members; empty where there is none.
 */
export function objectionsTo(settings: AppSettings): Objection[] {
  return [
    ...(settings.portal === 'classic' ? classicObjections(settings) : currentObjections(settings)),
    ...settings.redirectUris.flatMap((uri, index) => {
      const message = redirectUriProblem(uri, settings.platformType);
      return message ? [{ path: ['redirectUris', index], message }] : [];
    }),
  ];
}

function classicObjections(settings: AppSettings): Objection[] {
  const objections: Objection[] = [];
  if (settings.platformType === undefined) {
    objections.push({
      path: ['platformType'],
      message: 'The classic portal gives every app a platform type.',
    });
  }
  if (settings.methods !== undefined) {
    objections.push({
      path: ['methods'],
      message:
        'The classic portal has no methods to choose: its platform type and audience decide.',
    });
  }
  return objections;
}

function currentObjections({ methods, platformType }: AppSettings): Objection[] {
  const objections: Objection[] = [];
  if (!methods || methods.length === 0) {
    objections.push({
      path: ['methods'],
      message: 'The current portal asks for a method: three-legged, password or jwt.',
    });
  } else if (new Set(methods).size !== methods.length) {
    objections.push({ path: ['methods'], message: 'A method is listed twice.' });
  }
  const threeLegged = methods?.includes('three-legged') === true;
  if (threeLegged && platformType === undefined) {
    objections.push({
      path: ['platformType'],
      message: 'Three-legged OAuth asks where the code runs: choose a platform type.',
    });
  }
  if (!threeLegged && platformType !== undefined) {
    objections.push({
      path: ['platformType'],
      message: 'The current portal asks for a platform type only with three-legged OAuth.',
    });
  }
  if (threeLegged && platformType !== undefined && !currentPlatformTypes.has(platformType)) {
    objections.push({
      path: ['platformType'],
      message: `The current portal offers no ${platformType}: it has server-side and client-side web, Android, iOS, Windows and Mac.`,
    });
  }
  return objections;
}

/** The check across members, for `z.strictObject({ ...appSettingsShape, … }).check(checkSettings)`. */
export const checkSettings: z.core.CheckFn<AppSettings> = (context) => {
  for (const { path, message } of objectionsTo(context.value)) {
    context.issues.push({ code: 'custom', path, message, input: context.value });
  }
};

/** An app's settings in either portal; anything that neither could have produced is refused. */
export const appSettingsSchema = z.strictObject(appSettingsShape).check(checkSettings);
