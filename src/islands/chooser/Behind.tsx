import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { mind } from '#app-settings/chooser/mind.ts';
import type { FlowOutcome } from '#app-settings/chooser/outcome.ts';
import type { Recommendation } from '#app-settings/chooser/recommend.ts';
import { ruledOut } from '#app-settings/chooser/ruled-out.ts';
import { endedFlows, noSettingBringsItBack } from '#app-settings/ended-flows.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import type { ByHand } from '#app-settings/new-app-link/by-hand.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { Fold } from './Fold.tsx';
import { Reasons } from './Reasons.tsx';

type Part = 'why' | 'mind' | 'out';

/** What stands behind the answer, one part at a time: why, what to see to, what is ruled out. */
export function Behind({
  outcome,
  recommendation,
  byHand,
}: {
  outcome: FlowOutcome;
  recommendation: Recommendation;
  byHand: readonly ByHand[];
}): JSX.Element {
  const open = useSignal<Part | undefined>(undefined);
  const { reasons } = outcome;
  const sources = reasons.filter(({ source }) => source).length;
  const toMind = [...byHand, ...mind(outcome, recommendation)];
  const out = ruledOut(outcome, recommendation.apps[0].issueRefreshTokens === true);
  const parts: { id: Part; title: string; note: string; content: ComponentChildren }[] = [
    {
      id: 'why',
      title: 'Why',
      note: `${reasons.length} reasons, ${sources} ${sources === 1 ? 'source' : 'sources'}`,
      content: <Reasons reasons={reasons} />,
    },
    {
      id: 'mind',
      title: 'Look out for',
      note: String(toMind.length),
      content: <Reasons reasons={toMind} />,
    },
    {
      id: 'out',
      title: 'Ruled out',
      note: out.map(({ flow }) => flowNames[flow]).join(', '),
      content: (
        <ul class="ch-out">
          {out.map(({ flow, ...reason }) => (
            <li key={flow}>
              <Icon name="close" />
              <div>
                <b>{flowNames[flow]}</b>
                {endedFlows[flow] ? ` ${noSettingBringsItBack}` : null}
                <Reasons reasons={[reason]} />
                {endedFlows[flow] ? (
                  <a href={endedFlows[flow].href}>{endedFlows[flow].words}</a>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <footer class="ch-behind">
      <div class="ch-folds">
        {parts.map(({ id, title, note }) => (
          <Fold
            key={id}
            id={`ch-${id}`}
            title={title}
            note={note}
            isOpen={open.value === id}
            onPress={() => {
              open.value = open.value === id ? undefined : id;
            }}
          />
        ))}
      </div>
      {parts.map(({ id, title, content }) => (
        <section
          key={id}
          class="ch-part"
          id={`ch-${id}`}
          aria-label={title}
          data-open={open.value === id || undefined}
        >
          <h3>{title}</h3>
          {content}
        </section>
      ))}
    </footer>
  );
}
