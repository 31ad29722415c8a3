import type { ComponentChildren, JSX } from 'preact';
import type { Verdict as VerdictWord } from '#app-settings/availability.ts';
import { basisWords } from '#app-settings/rules/basis-words.ts';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { AppView } from '#islands/sandbox-api/sandbox-api.ts';
import { canTry, playgroundLink } from '#islands/try-it/playground-link.ts';
import type { Console } from '../model/console.ts';
import { type FlowRow, flowRows, inOrder } from '../model/flow-rows.ts';

const verdictWords: Record<VerdictWord, string> = {
  allowed: 'Allowed',
  warning: 'Allowed, with a warning',
  refused: 'Refused',
};

function Mark({ verdict, words }: { verdict: VerdictWord; words?: string }): JSX.Element {
  return (
    <span class={`pg-check pg-check-${verdict} cs-mark`}>
      <Verdict kind={verdict} />
      {words ?? verdictWords[verdict]}
    </span>
  );
}

function Part({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Reasons({ row }: { row: FlowRow }): JSX.Element | null {
  if (row.reasons.length === 0) return null;
  return (
    <ul class="cs-reasons">
      {row.reasons.map(({ id, rule }) => (
        <li key={id}>
          {rule ? `${rule.words} ` : 'This page does not know this rule. '}
          <span class="pg-note">
            {id}
            {rule ? `. ${basisWords[rule.basis]}: ` : ''}
            {rule?.source.map((source, index) => (
              <span key={source.label}>
                {index > 0 ? '; ' : ''}
                {source.href ? (
                  <a class="pg-spec" href={source.href} rel="noreferrer">
                    {source.label}
                  </a>
                ) : (
                  source.label
                )}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Flow({ row, clientId }: { row: FlowRow; clientId: string }): JSX.Element {
  const { flow } = row;
  const runs = row.sandbox.verdict !== 'refused';
  return (
    <li class="cs-flow" data-verdict={row.bySettings} data-flow={flow}>
      <div class="cs-flow-head">
        <h3>{row.name}</h3>
        {canTry(flow) ? (
          <a class="pg-button pg-button-small" href={playgroundLink(flow, clientId)}>
            {runs ? 'Try it' : 'See it refused'}
            <span class="sr-only">: {row.name} in the playground</span>
          </a>
        ) : null}
      </div>
      <dl class="cs-verdict">
        <Part name="At RingCentral today">
          <Mark verdict={row.today} />
        </Part>
        <Part name="By these settings">
          <Mark verdict={row.bySettings} />
        </Part>
        <Part name="In the sandbox">
          <Mark verdict={row.sandbox.verdict} words={row.sandbox.words} />
        </Part>
        <Part name="Use instead">{row.instead.words}</Part>
      </dl>
      <Reasons row={row} />
    </li>
  );
}

/** The part of RingCentral's Settings page that the seed speaks of: the flows available to the app (X4). */
export function Flows({ console, app }: { console: Console; app: AppView }): JSX.Element {
  const rows = inOrder(flowRows(app, console.appPolicy.value.value));
  const allowed = rows.filter(({ bySettings }) => bySettings !== 'refused').length;
  return (
    <section class="cs-card" aria-labelledby="cs-flows">
      <div class="cs-card-head">
        <h2 id="cs-flows">Authorization flows available to this app</h2>
        <span class="pg-note">
          {allowed} of {rows.length} by these settings
        </span>
      </div>
      <ul class="cs-flows">
        {rows.map((row) => (
          <Flow key={row.flow} row={row} clientId={app.clientId} />
        ))}
      </ul>
    </section>
  );
}
