import type { JSX } from 'preact';
import type { Diagnoser } from '../model/diagnoser.ts';
import { Proof } from '../proof/Proof.tsx';
import { Report } from './Report.tsx';

/** What was opened of what stands behind the verdict. */
export function Behind({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element | null {
  switch (diagnoser.behind.value) {
    case 'proof':
      return <Proof diagnoser={diagnoser} />;
    case 'report':
      return <Report diagnoser={diagnoser} />;
    default:
      return null;
  }
}
