import type { JSX } from 'preact';
import type { FlowId } from '#app-settings/app.ts';
import { endedFlows } from '#app-settings/ended-flows.ts';
import type { Checker } from '../model/checker.ts';
import type { Answer } from '../model/rows.ts';
import { ChangeBox } from './ChangeBox.tsx';
import { PredictedBox } from './PredictedBox.tsx';
import { Basis } from './Why.tsx';

const partNames = { settings: 'By the settings', today: 'Today' } as const;

/** Everything behind a verdict: all reasons, what the reader would see, and what would change it. */
export function Details({
  flow,
  answer,
  load,
}: {
  flow: FlowId;
  answer: Answer;
  /** Whether the reader looks at it. */
  isOpen: boolean;
  load: Checker['load'];
}): JSX.Element {
  const { reasons, because, predicted, sandbox, bySettings, today } = answer;
  return (
    <dl class="ck-detail">
      <div>
        <dt>{reasons.length > 1 ? 'Reasons' : 'Reason'}</dt>
        <dd>
          <ul class="ck-reasons">
            {because ? (
              <li>
                {because.words} <Basis basis={because.basis} sources={because.sources} />
              </li>
            ) : null}
            {reasons.map(({ id, words, basis, source, checked, part }) => (
              <li key={id}>
                <span class="ck-part">{partNames[part]}</span> {words}{' '}
                <Basis id={id} basis={basis} sources={source} checked={checked} />
              </li>
            ))}
          </ul>
        </dd>
      </div>
      {today === 'refused' ? (
        <>
          <div>
            <dt>What you would see</dt>
            <dd>
              <PredictedBox predicted={predicted} />
            </dd>
          </div>
          {flow in endedFlows ? null : (
            <div>
              <dt>Smallest change</dt>
              <dd>
                <ChangeBox answer={answer} load={load} />
              </dd>
            </div>
          )}
        </>
      ) : null}
      {bySettings !== 'refused' && sandbox !== 'refused' && today === 'refused' ? (
        <div>
          <dt>In the sandbox</dt>
          <dd>
            It runs, because the sandbox enforces the settings and not what ended since. Its preset
            “ringcentral-today” refuses it.
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
