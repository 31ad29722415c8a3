import type { Answer, AppView, SandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import type { TextStorage } from '#islands/storage/storage.ts';
import { type RememberedApp, withoutTheRest } from './remembered-app.ts';
import { type KeepingProblem, type ReadApps, readApps, writeApps } from './stored-apps.ts';

export type { RememberedApp } from './remembered-app.ts';
export type { KeepingProblem } from './stored-apps.ts';

/** More would mean a loop; the oldest make way. */
const mostApps = 50;

/** One app that was made again, or why it was not. */
export interface MadeAgain {
  app: RememberedApp;
  answer: Answer<AppView>;
}

/** Apps that the server no longer has, and the way to have them again. */
export type Offer =
  | { kind: 'none' }
  | { kind: 'unknown'; answer: Exclude<Answer<unknown>, { kind: 'done' }> }
  | {
      kind: 'missing';
      apps: RememberedApp[];
      /** Makes them again, one after the other, under the same id and secret. */
      makeAgain(): Promise<MadeAgain[]>;
    };

export interface MyApps {
  /** Keeps an app, or its newer settings; answers what stood in the way, if anything did. */
  rememberApp(app: RememberedApp): KeepingProblem | undefined;
  /** In the order in which they were made. */
  rememberedApps(): ReadApps;
  forgetApp(clientId: string): KeepingProblem | undefined;
  /**
   * Asks the server which apps it has. An app that is still there is kept with the settings that it
   * has by now; the others are offered.
   */
  offerMissing(api: Pick<SandboxApi, 'listApps' | 'createApp'>): Promise<Offer>;
}

/**
 * The apps that the reader made in this tab, so that they survive a restart of the sandbox.
 *
 * @param storage the tab's sessionStorage; undefined where it is blocked
 */
export function createMyApps(storage: TextStorage | undefined): MyApps {
  const rememberedApps = (): ReadApps => readApps(storage);

  function rememberApp(app: RememberedApp): KeepingProblem | undefined {
    const kept = withoutTheRest(app);
    const { apps } = rememberedApps();
    const at = apps.findIndex(({ clientId }) => clientId === kept.clientId);
    const next = at === -1 ? [...apps, kept] : apps.with(at, kept);
    return writeApps(storage, next.slice(-mostApps));
  }

  async function offerMissing(api: Pick<SandboxApi, 'listApps' | 'createApp'>): Promise<Offer> {
    const { apps } = rememberedApps();
    if (apps.length === 0) return { kind: 'none' };
    const answer = await api.listApps();
    if (answer.kind !== 'done') return { kind: 'unknown', answer };
    const there = new Map(answer.value.map((app) => [app.clientId, app]));
    for (const { clientId } of apps) {
      const current = there.get(clientId);
      if (current) rememberApp(current);
    }
    const missing = apps.filter(({ clientId }) => !there.has(clientId));
    if (missing.length === 0) return { kind: 'none' };
    return {
      kind: 'missing',
      apps: missing,
      makeAgain: async () => {
        const made: MadeAgain[] = [];
        for (const app of missing) made.push({ app, answer: await api.createApp(app) });
        return made;
      },
    };
  }

  return {
    rememberApp,
    rememberedApps,
    forgetApp: (clientId) =>
      writeApps(
        storage,
        rememberedApps().apps.filter((app) => app.clientId !== clientId),
      ),
    offerMissing,
  };
}
