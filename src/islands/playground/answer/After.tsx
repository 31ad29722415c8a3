import type { JSX } from 'preact';
import { flowTitles } from '#flows/ids.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { late } from '#islands/parts/late.tsx';
import type { KnownValue } from '#islands/parts/tint.ts';
import type { Desk } from '../model/desk.ts';
import type { Playground } from '../model/playground.ts';
import { realExchange } from '../real/real-exchange.ts';
import type { RealAnswerProps } from '../real/RealAnswer.tsx';
import type { RequestFold } from '../step/request-fold.ts';
import { Answer } from './Answer.tsx';
import { SentLine } from './SentLine.tsx';

export { WayOn } from './WayOn.tsx';

export interface AfterProps {
  playground: Playground;
  desk: Desk;
  fold: RequestFold;
  known: readonly KnownValue[];
  level: 'h3' | 'h4';
}

/** What stands beside an answer of a real server, with the first of them. */
const LateReal = late<RealAnswerProps>(
  async () => (await import('../real/RealAnswer.tsx')).RealAnswer,
  {
    needed: ({ playground: { request } }) => realExchange(request.answer.value) !== undefined,
  },
);

/** What is said at the end of the flow, and the flows that go on with its tokens. */
function End({ playground, desk }: { playground: Playground; desk: Desk }): JSX.Element | null {
  const { settled, number } = playground.step.value;
  const { steps, end, then } = playground.flow;
  if (!settled || number !== steps.length) return null;
  return (
    <div class="pg-end">
      <p>{end}</p>
      <div class="pg-buttons">
        {then.map((id) => (
          <button
            key={id}
            type="button"
            class="pg-button pg-button-small"
            onClick={() => void desk.choose(id)}
          >
            {flowTitles[id]}
            <Icon name="arrow" />
          </button>
        ))}
      </div>
    </div>
  );
}

/** The answer in the request's place, and the request as one line. */
export function After({ playground, desk, fold, known, level }: AfterProps): JSX.Element {
  return (
    <>
      <Answer playground={playground} fold={fold} known={known} level={level} />
      <SentLine playground={playground} fold={fold} />
      <LateReal playground={playground} level={level} />
      <End playground={playground} desk={desk} />
    </>
  );
}
