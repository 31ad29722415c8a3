import { useEffect } from 'preact/hooks';
import type { Late } from './late.tsx';

/** Fetches late views once the page is ready and has nothing else to do, so that they open at once. */
export function usePreload(ready: boolean, views: readonly Pick<Late<never>, 'preload'>[]): void {
  useEffect(() => {
    if (!ready || !('requestIdleCallback' in window)) return undefined;
    const idle = requestIdleCallback(() => {
      // A failure is told where the view is needed.
      for (const view of views) view.preload().catch(() => undefined);
    });
    return () => cancelIdleCallback(idle);
  }, [ready]);
}
