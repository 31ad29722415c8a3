import type { JSX } from 'preact';
import type { KnownValue } from '#islands/parts/tint.ts';
import type { Desk } from '../model/desk.ts';
import type { Playground } from '../model/playground.ts';
import { NextBar } from '../step/NextBar.tsx';
import { Answer } from './Answer.tsx';

export interface AfterProps {
  playground: Playground;
  desk: Desk;
  known: readonly KnownValue[];
  level: 'h3' | 'h4';
  onMoved: () => void;
}

/** Everything below Send. */
export function After({ playground, desk, known, level, onMoved }: AfterProps): JSX.Element {
  return (
    <>
      <Answer playground={playground} known={known} level={level} />
      <NextBar playground={playground} desk={desk} onMoved={onMoved} />
    </>
  );
}
