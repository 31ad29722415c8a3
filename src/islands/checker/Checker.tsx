import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { createChecker } from './model/checker.ts';
import { browserSurroundings } from './model/surroundings.ts';
import { View } from './View.tsx';

/**
 * Which flows an app's settings allow. Rendered on the server for the commonest app, so that it
 * reads before it is alive; in the browser it takes up the link or what the tab kept.
 */
export function Checker(): JSX.Element {
  const surroundings = useMemo(browserSurroundings, []);
  const checker = useMemo(() => createChecker(surroundings), [surroundings]);
  const ready = useSignal(false);
  useEffect(() => {
    checker.start();
    ready.value = true;
    return () => checker.dispose();
  }, [checker]);
  return <View checker={checker} origin={surroundings.origin} ready={ready.value} />;
}
