import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { preloadCase } from './late-case.tsx';
import { createDiagnoser } from './model/diagnoser.ts';
import { browserSurroundings } from './model/surroundings.ts';
import { View } from './View.tsx';

/** Whatever failed, pasted: the cause, who changes what, and a reply to send. */
export function Diagnose(): JSX.Element {
  const surroundings = useMemo(browserSurroundings, []);
  const diagnoser = useMemo(() => createDiagnoser(surroundings), [surroundings]);
  const ready = useSignal(false);
  useEffect(() => {
    // What an address opens is there at once, or all below it would move.
    const show = async (): Promise<void> => {
      await diagnoser.start();
      if (diagnoser.shown.peek()) await preloadCase();
    };
    show()
      .catch(() => undefined)
      .then(() => (ready.value = true));
    return () => diagnoser.dispose();
  }, [diagnoser]);
  return <View diagnoser={diagnoser} origin={surroundings.origin} ready={ready.value} />;
}
