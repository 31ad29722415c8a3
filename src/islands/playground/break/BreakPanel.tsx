import type { JSX } from 'preact';
import { Check } from '#islands/parts/Verdict.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Playground } from '../model/playground.ts';
import type { MistakeView } from '../model/types.ts';

function tryWord({ active }: MistakeView, { mistakes }: Playground): string {
  if (!active) return 'Try';
  const stage = mistakes.active.value?.stage;
  return stage === 'getting' || stage === 'lacking' ? 'Waits' : 'Ready';
}

function Row({ view, playground }: { view: MistakeView; playground: Playground }): JSX.Element {
  const { tried } = view;
  return (
    <li>
      <button
        type="button"
        class="pg-break-row"
        aria-pressed={view.active}
        onClick={() => {
          if (!playground.request.busy.value) void playground.mistakes.make(view.id);
        }}
      >
        <Icon name="hammer" size={14} />
        <span class="pg-break-title">{view.title}</span>
        {tried ? (
          <Check kind={tried.asPredicted ? 'allowed' : 'warning'}>
            {tried.asPredicted ? 'as predicted' : 'not as predicted'}
          </Check>
        ) : (
          <span class="pg-break-try">{tryWord(view, playground)}</span>
        )}
      </button>
    </li>
  );
}

/** The mistakes that people make at the open step; each is sent for real. */
export function BreakPanel({
  playground,
  level,
}: {
  playground: Playground;
  level: 'h2' | 'h3';
}): JSX.Element {
  const Heading = level;
  const all = playground.mistakes.all.value;
  const open = playground.step.value.id;
  const here = all.filter(({ step }) => step === open);
  const steps = playground.steps.value.filter(({ id }) => all.some(({ step }) => step === id));
  return (
    <section class="pg-panel pg-break" aria-label="Break it on purpose">
      <div class="pg-section-head">
        <Heading>Break it on purpose</Heading>
        <span class="pg-note">Each is a real request</span>
      </div>
      {here.length > 0 ? (
        <ul>
          {here.map((view) => (
            <Row key={view.id} view={view} playground={playground} />
          ))}
        </ul>
      ) : (
        <>
          <p class="pg-note">
            {all.length === 0
              ? 'People make these mistakes at each step. Here you can make them without harm.'
              : 'There is nothing to break at this step. Go to one of these:'}
          </p>
          <div class="pg-break-steps">
            {steps.map(({ id, number, definition }) => (
              <button
                key={id}
                type="button"
                class="pg-quiet"
                onClick={() => playground.openStep(id)}
              >
                Step {number}: {definition.title}
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
