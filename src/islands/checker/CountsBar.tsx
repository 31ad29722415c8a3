import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { formId } from './form/Form.tsx';
import type { Checker } from './model/checker.ts';
import { countsInBrief } from './model/rows.ts';
import { verdictsId } from './verdicts/Verdicts.tsx';

/** Where form and verdicts have no room side by side: the answer stays in view, one press from its rows. */
export function CountsBar({ checker }: { checker: Checker }): JSX.Element {
  const atVerdicts = useSignal(false);
  const { headline, works } = checker.sum.value;
  const shape = works ? 'allowed' : 'refused';
  useEffect(() => {
    const verdicts = document.getElementById(verdictsId)?.closest('section');
    if (!verdicts) return undefined;
    // What counts is what the upper half of the window shows.
    const observer = new IntersectionObserver(
      ([entry]) => (atVerdicts.value = entry?.isIntersecting === true),
      { rootMargin: '0px 0px -50% 0px' },
    );
    observer.observe(verdicts);
    return () => observer.disconnect();
  }, []);
  const go = (): void => {
    const title = document.getElementById(atVerdicts.value ? formId : verdictsId);
    title?.focus({ preventScroll: true });
    title?.scrollIntoView({ block: 'start' });
  };
  return (
    <div class="ck-bar">
      <div>
        <p class={`ck-bar-answer ck-text-${shape}`}>
          <Verdict kind={shape} />
          <span>{headline}</span>
        </p>
        <p class="pg-note">{countsInBrief(checker.counts.value.today)}</p>
      </div>
      <button type="button" class="pg-button" onClick={go}>
        {atVerdicts.value ? 'Settings' : 'Verdicts'}
      </button>
    </div>
  );
}
