import type { AppSettings } from '#app-settings/app.ts';
import { createMyApps, type MyApps } from '#islands/my-apps/my-apps.ts';
import {
  type Answer,
  type AppView,
  createSandboxApi,
  type SandboxApi,
} from '#islands/sandbox-api/sandbox-api.ts';
import { browserStorage } from '#islands/storage/storage.ts';
import { type FlowToTry, playgroundLink } from './playground-link.ts';
import { sandboxSettings } from './sandbox-settings.ts';

/** An app with these settings stands in the sandbox, or why it does not. */
export type Tried = { kind: 'ready'; href: string } | { kind: 'failed'; words: string };

export interface TryIt {
  /** Makes the app, or finds one with the same settings that a reader made before, in any tab, and answers where to run the flow. */
  prepare(settings: AppSettings, flow: FlowToTry): Promise<Tried>;
}

/** What decides what an app may do: its settings without name and ids, lists in any order. */
function gist({
  portal,
  audience,
  platformType,
  methods,
  issueRefreshTokens,
  redirectUris,
  scopes,
}: AppSettings): string {
  const lists = [methods, redirectUris, scopes].map((list) => list?.toSorted());
  return JSON.stringify([portal, audience, platformType, issueRefreshTokens, ...lists]);
}

function wordsFor(answer: Exclude<Answer<unknown>, { kind: 'done' }>): string {
  if (answer.kind === 'refused') return `The sandbox did not make this app. ${answer.message}`;
  return answer.why === 'no-answer'
    ? 'The sandbox does not answer, so the app could not be made. Verdicts need no server; running a flow does.'
    : 'This address has no sandbox, so the app could not be made. Verdicts need no server; running a flow does.';
}

/** @param surroundings.origin scheme and authority of the site, no trailing slash */
export function createTryIt({
  origin,
  api,
  myApps,
}: {
  origin: string;
  api: Pick<SandboxApi, 'createApp' | 'listApps'>;
  myApps: Pick<MyApps, 'rememberApp' | 'rememberedApps'>;
}): TryIt {
  /** The app of before: this tab's own, or else the newest. The demo apps stay what the guides say of them. */
  async function sameAgain(wanted: AppSettings): Promise<AppView | undefined> {
    const answer = await api.listApps();
    if (answer.kind !== 'done') return undefined;
    const mine = new Set(myApps.rememberedApps().apps.map(({ clientId }) => clientId));
    const same = answer.value
      .filter((app) => !app.demo && gist(app) === gist(wanted))
      .toSorted((one, other) => one.createdAt - other.createdAt);
    return same.findLast(({ clientId }) => mine.has(clientId)) ?? same.at(-1);
  }

  return {
    prepare: async (settings, flow) => {
      const wanted = sandboxSettings(settings, origin);
      const before = await sameAgain(wanted);
      if (before) {
        myApps.rememberApp(before);
        return { kind: 'ready', href: playgroundLink(flow, before.clientId) };
      }
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
