import type { JSX } from 'preact';
import { late } from '#islands/parts/late.tsx';
import type { Diagnoser } from './model/diagnoser.ts';

interface Case {
  diagnoser: Diagnoser;
}

const load = () => import('./case/index.ts');

const waiting = (): JSX.Element => <p class="dg-waiting pg-note">One moment…</p>;
const failed = (_: unknown, again: () => void): JSX.Element => (
  <p class="dg-waiting">
    This part did not load.{' '}
    <button type="button" class="pg-button pg-button-small" onClick={again}>
      Try again
    </button>
  </p>
);

/** What the first paste needs, and nobody before. */
export const LateLines = late<Case>(async () => (await load()).Lines, { waiting, failed });
export const LateBelow = late<Case>(async () => (await load()).Below);
export const LateAnswer = late<Case & { origin: string }>(async () => (await load()).Answer, {
  waiting,
  failed,
});
export const LateBehind = late<Case>(async () => (await load()).Behind);

/** Brings them all; rejects where they do not come. */
export async function preloadCase(): Promise<void> {
  await Promise.all([LateLines, LateBelow, LateAnswer, LateBehind].map((view) => view.preload()));
}
