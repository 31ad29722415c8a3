import type { AppSettings } from '#app-settings/app.ts';
import { createMyApps, type MyApps, type RememberedApp } from '#islands/my-apps/my-apps.ts';
import {
  type Answer,
  createSandboxApi,
  type SandboxApi,
} from '#islands/sandbox-api/sandbox-api.ts';
import { browserStorage } from '#islands/storage/storage.ts';
import { type FlowToTry, playgroundLink } from './playground-link.ts';
import { sandboxSettings } from './sandbox-settings.ts';

/** An app with these settings stands in the sandbox, or why it does not. */
export type Tried = { kind: 'ready'; href: string } | { kind: 'failed'; words: string };

export interface TryIt {
  /** Makes the app, or finds the one that this tab made before, and answers where to run the flow. */
  prepare(settings: AppSettings, flow: FlowToTry): Promise<Tried>;
}

const settingNames = [
  'name',
  'portal',
  'audience',
  'platformType',
  'methods',
  'issueRefreshTokens',
  'redirectUris',
  'scopes',
] as const satisfies readonly (keyof AppSettings)[];

/** The settings of an app alone, in one order, for comparing. */
const gist = (app: AppSettings): string => JSON.stringify(settingNames.map((name) => app[name]));

function wordsFor(answer: Exclude<Answer<unknown>, { kind: 'done' }>): string {
  if (answer.kind === 'refused') return `The sandbox did not make this app. ${answer.message}`;
  return answer.why === 'no-answer'
    ? 'The sandbox does not answer, so the app could not be made. Verdicts need no server; running a flow does.'
    : 'This address has no sandbox behind it, so the app could not be made. Verdicts need no server; running a flow does.';
}

/** @param surroundings.origin scheme and authority of the site, no trailing slash */
export function createTryIt({
  origin,
  api,
  myApps,
}: {
  origin: string;
  api: Pick<SandboxApi, 'createApp' | 'getApp'>;
  myApps: Pick<MyApps, 'rememberApp' | 'rememberedApps'>;
}): TryIt {
  /** The app of before, where it is still there and still the same. */
  async function sameAgain(wanted: AppSettings): Promise<RememberedApp | undefined> {
    const before = myApps.rememberedApps().apps.findLast((app) => gist(app) === gist(wanted));
    if (!before) return undefined;
    const answer = await api.getApp(before.clientId);
    return answer.kind === 'done' && gist(answer.value) === gist(wanted) ? before : undefined;
  }

  return {
    prepare: async (settings, flow) => {
      const wanted = sandboxSettings(settings, origin);
      const before = await sameAgain(wanted);
      if (before) return { kind: 'ready', href: playgroundLink(flow, before.clientId) };
      const answer = await api.createApp(wanted);
      if (answer.kind !== 'done') return { kind: 'failed', words: wordsFor(answer) };
      myApps.rememberApp(answer.value);
      return { kind: 'ready', href: playgroundLink(flow, answer.value.clientId) };
    },
  };
}

/** The tab's own: its sessionStorage, and the sandbox of its origin. */
export function browserTryIt(): TryIt {
  const { origin } = window.location;
  const api = createSandboxApi({ origin, fetch: (request) => fetch(request) });
  return createTryIt({ origin, api, myApps: createMyApps(browserStorage('sessionStorage')) });
}
