import { pageFragment } from '#islands/parts/page-fragment.ts';
import { browserStorage, type TextStorage } from '#islands/storage/storage.ts';

/** Everything outside the model, handed in. */
export interface Surroundings {
  /** Scheme and authority of the page, no trailing slash; empty while the page is built. */
  origin: string;
  /** The tab's sessionStorage; undefined where it is blocked. */
  session: TextStorage | undefined;
  /** What stands behind the # of the address, the # included. */
  fragment(): string;
  /** Puts a fragment into the address without a step in the history. */
  replaceFragment(fragment: string): void;
  /** Calls back when the reader goes to another fragment; answers the way to stop. */
  onFragment(listener: () => void): () => void;
  /** Calls back once, so many milliseconds from now; answers the way to stop. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** The page that a browser shows. */
function pageSurroundings(): Surroundings {
  return {
    origin: window.location.origin,
    session: browserStorage('sessionStorage'),
    ...pageFragment,
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

/** A page that is being built: nothing is kept and nothing moves. */
export const stillSurroundings: Surroundings = {
  origin: '',
  session: undefined,
  fragment: () => '',
  replaceFragment: () => undefined,
  onFragment: () => () => undefined,
  after: () => () => undefined,
};

/** What the model needs from the browser, or from nothing while the page is built. */
export function browserSurroundings(): Surroundings {
  return typeof window === 'undefined' ? stillSurroundings : pageSurroundings();
}
