import type { JSX } from 'preact';
import type { FlowId } from '#app-settings/app.ts';
import { ahead } from '#app-settings/chooser/ahead.ts';
import type { Outcome } from '#app-settings/chooser/outcome.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { Chooser } from './model.ts';

/** Where several reasons are still open: what holds whichever it is. */
const instead: Partial<Record<FlowId, string>> = {
  'auth-code': 'With PKCE the same flow has two more parameters, and it is safer.',
};

/** So many ends are named each; of more, the flows. */
const most = 4;

/** The ends by name, each once, with how many there are of a flow. */
function named(outcomes: readonly Outcome[]): [name: string, ends: number][] {
  const names = outcomes.map((outcome) =>
    outcome.kind === 'flow' && outcomes.length > most ? flowNames[outcome.flow] : outcome.title,
  );
  return [...new Set(names)].map((name) => [name, names.filter((one) => one === name).length]);
}

/** Beside a question: what it can still be, and what is ruled out by now. */
export function Ahead({ chooser }: { chooser: Chooser }): JSX.Element {
  const { steps } = chooser;
  const { outcomes, out } = ahead(
    Object.fromEntries(steps.value.map(({ question, answer }) => [question.id, answer])),
  );
  return (
    <aside class="ch-ahead" aria-label="Where the questions lead">
      <h3>It can still be</h3>
      <ul>
        {named(outcomes.filter(({ kind }) => kind === 'flow')).map(([name, ends]) => (
          <li key={name}>
            <Verdict kind="allowed" size={16} />
            <span>
              <b>{name}</b>
              {ends > 1 ? <span class="ch-choice-note">, {ends} kinds of app</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <h3>Ruled out by now</h3>
      <ul>
        {out.map(({ flow, words }) => (
          <li key={flow}>
            <Icon name="close" />
            <span>
              <b>{flowNames[flow]}</b>
              <span class="ch-choice-note">
                {words ?? instead[flow] ?? 'Your next answers say why.'}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
