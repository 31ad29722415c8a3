import { canTry } from '#islands/try-it/playground-link.ts';
import type { JSX } from 'preact';
import type { FlowId } from '#app-settings/app.ts';
import { endedFlows } from '#app-settings/ended-flows.ts';
import { TryIt } from '#islands/try-it/TryIt.tsx';
import { WayOn } from '#islands/parts/WayOn.tsx';
import { allowedBecause } from '../model/allowed-because.ts';
import type { Checker } from '../model/checker.ts';
import type { Answer } from '../model/rows.ts';
import { ChangeBox } from './ChangeBox.tsx';
import { PredictedBox } from './PredictedBox.tsx';
import { Basis } from './Basis.tsx';
import { FourParts } from './FourParts.tsx';

const partNames = { settings: 'By the settings', today: 'Today' } as const;

/** Everything behind a verdict: its parts, what would change it, all reasons, and what the reader would see. */
export function Details({
  flow,
  answer,
  checker,
}: {
  flow: FlowId;
  answer: Answer;
  /** Whether the reader looks at it. */
  isOpen: boolean;
  checker: Checker;
}): JSX.Element {
  const { reasons, predicted, sandbox, bySettings, today } = answer;
  const because = reasons.length === 0 ? allowedBecause(flow, answer.settings) : undefined;
  return (
    <>
      <FourParts answer={answer} />
      <div class="ck-ways">
        <WayOn
          flow={flow}
          lead="RingCentral today refuses it to every app."
          answer={(other, words) => (
            <button
              type="button"
              class="pg-button pg-button-small"
              onClick={() => checker.goToRow(other)}
            >
              {words}
            </button>
          )}
        />
        {today === 'refused' && canTry(flow) ? (
          <TryIt
            flow={flow}
            settings={answer.settings}
            label={sandbox === 'refused' ? 'See it refused' : 'Run it as it was'}
            blocked={checker.problems.value.count > 0}
            say={checker.say}
            small
          />
        ) : null}
      </div>
      <dl class="ck-detail">
        {today === 'refused' && !(flow in endedFlows) ? (
          <div>
            <dt>Smallest change</dt>
            <dd>
              <ChangeBox answer={answer} checker={checker} />
            </dd>
          </div>
        ) : null}
        {today !== 'refused' && canTry(flow) ? (
          <div>
            <dt>At RingCentral itself</dt>
            <dd>
              <a href={`/playground/#flow=${flow}&server=ringcentral`}>Run it with your own app</a>,
              request by request.
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{reasons.length > 1 ? 'Reasons' : 'Reason'}</dt>
          <dd>
            <ul class="ck-reasons">
              {because ? (
                <li>
                  {because.words} <Basis basis={because.basis} sources={because.sources} />
                </li>
              ) : null}
              {reasons.map(({ id, words, basis, source, part }) => (
                <li key={id}>
                  <span class="ck-part">{partNames[part]}</span> {words}{' '}
                  <Basis id={id} basis={basis} sources={source} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
        {today === 'refused' ? (
          <div>
            <dt>What you would see</dt>
            <dd>
              <PredictedBox flow={flow} predicted={predicted} />
            </dd>
          </div>
        ) : null}
        {bySettings !== 'refused' && sandbox !== 'refused' && today === 'refused' ? (
          <div>
            <dt>In the sandbox</dt>
            <dd>
              It runs, because the sandbox enforces the settings and still has what RingCentral
              ended. Its preset “ringcentral-today” refuses it.
            </dd>
          </div>
        ) : null}
      </dl>
    </>
  );
}
