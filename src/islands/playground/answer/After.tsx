import type { JSX } from 'preact';
import { NextBar } from '../step/NextBar.tsx';
import { Answer } from './Answer.tsx';
import type { AfterProps } from './LateAnswer.tsx';

/** Everything below Send. */
export function After({ playground, desk, known, level, onMoved }: AfterProps): JSX.Element {
  return (
    <>
      <Answer playground={playground} known={known} level={level} />
      <NextBar playground={playground} desk={desk} onMoved={onMoved} />
    </>
  );
}
