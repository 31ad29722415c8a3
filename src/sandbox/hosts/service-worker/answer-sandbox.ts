import { systemClock } from '#protocol/clock.ts';
import { webRandom } from '#protocol/random.ts';
import { PlainResponse } from '../../wire/plain-response.ts';
import { createSandbox } from '../../sandbox.ts';
import { createIndexedDbStore } from '../../store/indexeddb.ts';
import { StoreProblem } from '../../store/store-problem.ts';
import type { FromWorker } from './messages.ts';
import { databaseName } from './messages.ts';

/**
 * The sandbox over the browser's database. The browser session is one id kept
 * there: an answer that a worker makes cannot set a cookie (AS-199).
 *
 * @param host the site's own host name, which the control API answers to wherever the site lives:
 *   a worker hears requests of its own origin alone
 */
export function createWorkerSandbox(host: string) {
  const store = createIndexedDbStore(databaseName, { firstEvent: () => Date.now() });
  const sandbox = createSandbox({
    store,
    clock: systemClock,
    random: webRandom,
    allowedHosts: [host],
  });
  let browser: { generation: number; id: string } | undefined;

  async function browserId(): Promise<string> {
    if (browser?.generation === store.generation()) return browser.id;
    try {
      const id = await store.browserId(webRandom);
      browser = { generation: store.generation(), id };
      return id;
    } catch (cause) {
      // The sandbox meets the same problem, and has an answer for it.
      if (cause instanceof StoreProblem) return '';
      throw cause;
    }
  }

  return {
    answer: async (request: Request): Promise<Response> => {
      const response = await sandbox.handle(request, {
        browser: await browserId(),
        // A worker hears this site's own pages, and what the reader's browser is sent to.
        caller: 'page',
      });
      return response instanceof PlainResponse ? response.real : response;
    },
    /** What a page that says hello is told. */
    introduce: async (): Promise<FromWorker> => {
      try {
        return { kind: 'here', born: await store.born() };
      } catch (cause) {
        if (cause instanceof StoreProblem) return { kind: 'here', trouble: cause.kind };
        throw cause;
      }
    },
  };
}
