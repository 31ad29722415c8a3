/** The fragment of the page's address, the # included where it has one. */
export const pageFragment = {
  fragment: (): string => window.location.hash,

  /** Puts a fragment into the address without a step in the history. */
  replaceFragment: (fragment: string): void => {
    try {
      window.history.replaceState(window.history.state, '', `#${fragment}`);
    } catch {
      // A browser that counts address changes and has had enough: the next one tells it.
    }
  },

  /** Calls back when the reader goes to another fragment; answers the way to stop. */
  onFragment: (listener: () => void): (() => void) => {
    window.addEventListener('hashchange', listener);
    return () => window.removeEventListener('hashchange', listener);
  },
};
