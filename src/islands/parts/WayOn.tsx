import type { ComponentChildren, JSX } from 'preact';
import type { FlowId } from '#app-settings/app.ts';
import { endedFlows, inTheirPlace, noSettingBringsItBack } from '#app-settings/ended-flows.ts';

/**
 * The way on from a flow that RingCentral has ended: the page about the move, then what comes in its
 * place by one question. Nothing where the flow has not ended.
 *
 * @param props.lead stands between the first words and the button
 * @param props.answer leads to the flow that takes its place
 */
export function WayOn({
  flow,
  lead,
  answer,
}: {
  flow: FlowId;
  lead?: ComponentChildren;
  answer: (flow: FlowId, words: string) => ComponentChildren;
}): JSX.Element | null {
  const move = endedFlows[flow];
  if (!move) return null;
  return (
    <div class="pg-way-on">
      <p>
        <b>{noSettingBringsItBack}</b> {lead}
      </p>
      <div class="pg-buttons">
        <a class="pg-button pg-button-small" href={move.href}>
          {move.words}
        </a>
        <span>{inTheirPlace.question}</span>
        {inTheirPlace.answers.map((one) => (
          <span key={one.flow}>{answer(one.flow, one.words)}</span>
        ))}
      </div>
    </div>
  );
}
