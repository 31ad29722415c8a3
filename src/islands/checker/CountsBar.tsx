import type { JSX } from 'preact';
import { Icon } from '#islands/parts/Icon.tsx';
import { Counts } from './Counts.tsx';
import type { Checker } from './model/checker.ts';
import { verdictsId } from './verdicts/Verdicts.tsx';

/** The counts while the form is on screen and the verdicts are below it; it leads to them. */
export function CountsBar({ checker }: { checker: Checker }): JSX.Element {
  const { today, bySettings } = checker.counts.value;
  const go = (): void => {
    const title = document.getElementById(verdictsId);
    title?.focus({ preventScroll: true });
    title?.scrollIntoView({ block: 'start' });
  };
  return (
    <button type="button" class="ck-bar" onClick={go}>
      <span class="ck-bar-part">
        <span class="ck-bar-name">Today</span>
        <Counts counts={today} bare />
      </span>
      <span class="ck-bar-part">
        <span class="ck-bar-name">By settings</span>
        <Counts counts={bySettings} bare />
      </span>
      <span class="ck-bar-go">
        <span class="sr-only">Go to the verdicts</span>
        <Icon name="down" size={16} />
      </span>
    </button>
  );
}
