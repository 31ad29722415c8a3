import { doJob } from '../jobs/do-job.ts';
import type { DoJob } from '../jobs/jobs.ts';
import type { Reader } from './reader.ts';
import { workerReader } from './worker-reader.ts';

/** Everything outside the model, handed in. */
export interface Surroundings {
  /** Scheme and authority of the page, no trailing slash; empty while the page is built. */
  origin: string;
  reader: Reader;
  /** What stands behind the # of the address, the # included. */
  fragment(): string;
  /** Takes the fragment out of the address without a step in the history. */
  clearFragment(): void;
  /** Calls back when the reader goes to another fragment; answers the way to stop. */
  onFragment(listener: () => void): () => void;
  /** Calls back once, so many milliseconds from now; answers the way to stop. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Puts a text on the clipboard; answers whether the browser did. */
  copy(text: string): Promise<boolean>;
  /** What is asked once in a while, in a worker of its own. */
  doJob: DoJob;
  /** One answer of this site's own sandbox. */
  askSandbox(path: string): Promise<Response>;
}

/** By the clipboard where there is one: a page that came over plain http has none. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = document.activeElement;
    const field = document.createElement('textarea');
    field.value = text;
    field.style.position = 'fixed';
    field.style.opacity = '0';
    document.body.append(field);
    field.select();
    // Old, and the one way that is left where the newer one is not to be had.
    const copied = document.execCommand('copy');
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    return copied;
  }
}

function pageSurroundings(): Surroundings {
  return {
    origin: window.location.origin,
    reader: workerReader(),
    fragment: () => window.location.hash,
    onFragment: (listener) => {
      let stop = (): void => undefined;
      let isOver = false;
      // With what comes late: nobody goes to another link before it.
      void import('../case/index.ts').then(
        ({ pageFragment }) => {
          if (!isOver) stop = pageFragment.onFragment(listener);
        },
        () => undefined,
      );
      return () => {
        isOver = true;
        stop();
      };
    },
    clearFragment: () => {
      if (window.location.hash === '') return;
      window.history.replaceState(window.history.state, '', window.location.pathname);
    },
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    copy,
    doJob,
    askSandbox: async (path) => {
      const { sandboxFetch } = await import('#islands/host/ready.ts');
      return sandboxFetch(new Request(new URL(path, window.location.origin)));
    },
  };
}

const never = (): Promise<never> => new Promise(() => undefined);

/** A page that is being built: nothing is read and nothing moves. */
const stillSurroundings: Surroundings = {
  origin: '',
  reader: { read: never, again: never, warm: () => undefined, forget: () => undefined },
  fragment: () => '',
  clearFragment: () => undefined,
  onFragment: () => () => undefined,
  after: () => () => undefined,
  copy: () => Promise.resolve(false),
  doJob: never,
  askSandbox: never,
};

/** What the model needs from the browser, or from nothing while the page is built. */
export function browserSurroundings(): Surroundings {
  return typeof window === 'undefined' ? stillSurroundings : pageSurroundings();
}
