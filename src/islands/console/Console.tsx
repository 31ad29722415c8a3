import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { sandboxHost } from '#islands/host/ready.ts';
import { browserSurroundings } from './model/browser-surroundings.ts';
import { createConsole } from './model/console.ts';
import { View } from './View.tsx';

/**
 * The sandbox's developer console. Rendered on the server as a page that waits for its lists; in the
 * browser it asks the control API, and opens where the address says.
 */
export function Console(): JSX.Element {
  const console = useMemo(() => createConsole(browserSurroundings()), []);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    // Where nobody answers, the console says so as for a server that stopped.
    void sandboxHost().then(() => {
      if (!gone) stop = console.start();
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, []);
  return <View console={console} />;
}
