import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { outcomes } from '#app-settings/chooser/outcomes.ts';
import { createAnnouncer } from '#islands/parts/announcer.ts';
import { pageFragment } from '#islands/parts/page-fragment.ts';
import { Spoken } from '#islands/parts/Spoken.tsx';
import { Ahead } from './Ahead.tsx';
import { Asked } from './Asked.tsx';
import { CallsAsked } from './CallsAsked.tsx';
import { Chips } from './Chips.tsx';
import { Fold } from './Fold.tsx';
import { createChooser } from './model.ts';
import { OutcomeView } from './OutcomeView.tsx';
import '#islands/parts/parts.css';
import '#islands/parts/fields.css';
import './chooser.css';

/** Said where there is no JavaScript; as HTML, because a browser that runs scripts holds a noscript as one text. */
const withoutScript = `<p class="ch-note">With JavaScript, each answer leads to the next question. Without it, every path is listed below.</p>`;

/**
 * Which flow to use, question by question. Every choice is a link, and the address holds the
 * answers, so that back, forward and sharing are the browser's own.
 *
 * @param props.paths every path as text, from the page
 */
export function Chooser({ paths }: { paths?: ComponentChildren }): JSX.Element {
  const chooser = useMemo(() => createChooser(pageFragment), []);
  const ready = useSignal(false);
  const showsPaths = useSignal(false);
  const { announcement, announce } = useMemo(createAnnouncer, []);
  const title = useRef<HTMLHeadingElement>(null);
  const question = chooser.question.value;
  const outcome = chooser.outcome.value;
  const count = chooser.steps.value.length + (chooser.recommendation.value ? 1 : 0);

  useEffect(() => {
    chooser.start();
    ready.value = true;
    return () => chooser.dispose();
  }, [chooser]);
  useEffect(() => {
    if (chooser.moved.value > 0) title.current?.focus();
  }, [chooser.moved.value]);
  useSignalEffect(() => {
    const words =
      chooser.outcome.value?.title ?? chooser.question.value?.words ?? 'What will it call?';
    document.title = `${words} · Choose a flow · Authorization Flows on RingCentral`;
  });

  return (
    <section
      class="ch not-content"
      data-ready={ready.value || undefined}
      aria-label="Choose a flow"
    >
      <noscript dangerouslySetInnerHTML={{ __html: withoutScript }} />
      <header class="ch-head">
        <h1 id="_top">Choose a flow</h1>
        <p class="pg-note">
          {count === 0
            ? 'A few questions about your app, and the flow that fits it.'
            : `${count === 1 ? '1 answer' : `${count} answers`}. Press one to change it; the later ones stay.`}
        </p>
      </header>
      <div class="ch-live">
        {chooser.problems.value.length > 0 ? (
          <div class="ch-note" data-problem>
            <p>
              This page cannot read a part of this link: {chooser.problems.value.join('; ')}. It
              used the rest, and the questions continue from there.
            </p>
          </div>
        ) : null}
        <Chips chooser={chooser} />
        {question || chooser.asksCalls.value ? (
          <div class="ch-ask">
            {question ? (
              <Asked chooser={chooser} question={question} title={title} />
            ) : (
              <CallsAsked chooser={chooser} title={title} />
            )}
            <Ahead chooser={chooser} />
          </div>
        ) : null}
        {outcome ? (
          <OutcomeView
            key={outcome.id}
            chooser={chooser}
            outcome={outcome}
            title={title}
            say={announce}
          />
        ) : null}
        <div class="ch-folds ch-folds-last">
          <Fold
            id="ch-every"
            title="Every path"
            note={String(outcomes.length)}
            isOpen={showsPaths.value}
            onPress={() => {
              showsPaths.value = !showsPaths.value;
            }}
          />
        </div>
      </div>
      <div class="ch-every" id="ch-every" data-open={showsPaths.value || undefined}>
        {paths}
      </div>
      <Spoken announcement={announcement} />
    </section>
  );
}
