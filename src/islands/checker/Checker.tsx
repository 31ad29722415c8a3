import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { batch, useSignal } from '@preact/signals';
import { createChecker } from './model/checker.ts';
import { browserSurroundings } from './model/surroundings.ts';
import { LateDetails } from './verdicts/LateDetails.tsx';
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
    const show = (): void =>
      batch(() => {
        ready.value = true;
        // What is hidden takes no focus, so the reader is led to the row now.
        const arrival = checker.arrival.peek();
        if (arrival) checker.goToRow(arrival.flow);
      });
    // A row that the address opens is there at once, or the rows below it would move.
    if (checker.arrival.peek()) LateDetails.preload().then(show, show);
    else show();
    return () => checker.dispose();
  }, [checker]);
  return <View checker={checker} origin={surroundings.origin} ready={ready.value} />;
}
