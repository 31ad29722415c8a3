import * as z from 'zod/mini';
import type { AppSettings } from '#app-settings/app.ts';
import type { MadeApp } from './plan.ts';
import type { ProofTools } from './tools.ts';

const appSchema = z.object({
  clientId: z.string(),
  clientSecret: z.optional(z.string()),
  redirectUris: z.array(z.string()),
});

/** Makes an app for one run. It comes back to the sandbox's own page, for nowhere else can be reached. */
export async function makeApp(app: AppSettings, name: string, tools: ProofTools): Promise<MadeApp> {
  const comesBack =
    app.portal === 'classic' ? app.platformType : app.methods?.includes('three-legged');
  const hasUris = comesBack && app.platformType !== 'ServerOther';
  const redirectUris = hasUris ? [`${tools.origin}/callback/`] : [];
  const { portal, audience, platformType, methods, issueRefreshTokens, scopes } = app;
  const made = await tools.control('POST', 'apps', {
    name,
    portal,
    audience,
    platformType,
    methods,
    issueRefreshTokens,
    scopes,
    redirectUris,
  });
  return appSchema.parse(made);
}
