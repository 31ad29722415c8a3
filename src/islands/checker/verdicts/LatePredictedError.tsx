import { late } from '#islands/parts/late.tsx';
import { PredictedLines } from './PredictedLines.tsx';

/** The error that a refused attempt gets; its words come when they are first looked at. */
export const LatePredictedError = late(
  async () => (await import('./PredictedError.tsx')).PredictedError,
  {
    needed: ({ isOpen }) => isOpen,
    waiting: ({ predicted }) => <PredictedLines predicted={predicted} />,
    failed: ({ predicted }) => <PredictedLines predicted={predicted} hasFailed />,
  },
);
