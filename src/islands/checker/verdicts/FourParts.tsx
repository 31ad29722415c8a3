import type { JSX } from 'preact';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { Answer } from '../model/rows.ts';
import { shapeOf, type Shown, shownWords } from '../model/verdict.ts';

const inSandbox: Record<Shown, string> = {
  allowed: 'Runs',
  warning: 'Runs',
  disputed: 'Runs',
  'not known': 'Runs',
  refused: 'Refused',
};

function Part({ name, verdict, words }: { name: string; verdict: Shown; words: string }) {
  const shape = shapeOf(verdict);
  return (
    <div>
      <dt>{name}</dt>
      <dd class={`ck-text-${shape}`}>
        <Verdict kind={shape} />
        {words}
      </dd>
    </div>
  );
}

/** A verdict in its order: today, by these settings, in the sandbox, use instead. No part mixes with another. */
export function FourParts({ answer }: { answer: Answer }): JSX.Element {
  const { today, bySettings, sandbox, instead } = answer;
  return (
    <dl class="ck-four">
      <Part name="At RingCentral today" verdict={today} words={shownWords[today]} />
      <Part name="By these settings" verdict={bySettings} words={shownWords[bySettings]} />
      <Part
        name="In the sandbox"
        verdict={sandbox === 'refused' ? 'refused' : 'allowed'}
        words={inSandbox[sandbox]}
      />
      <div class="ck-instead">
        <dt>Use instead</dt>
        <dd>{instead.words}</dd>
      </div>
    </dl>
  );
}
