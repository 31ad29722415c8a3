import { useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { createAnnouncer } from '#islands/parts/announcer.ts';
import { Spoken } from '#islands/parts/Spoken.tsx';
import { Answered } from './Answered.tsx';
import { Asked } from './Asked.tsx';
import { type ChooserPage, createChooser } from './model.ts';
import { OutcomeView } from './OutcomeView.tsx';
import '#islands/parts/parts.css';
import '#islands/parts/fields.css';
import './chooser.css';

const page: ChooserPage = {
  fragment: () => (typeof window === 'undefined' ? '' : window.location.hash),
  onFragment: (listener) => {
    window.addEventListener('hashchange', listener);
    return () => window.removeEventListener('hashchange', listener);
  },
};

/** Said where there is no JavaScript; as HTML, because a browser that runs scripts holds a noscript as one text. */
const withoutScript = `<p class="ch-note">With JavaScript, each answer leads to the next question. Without it, every path stands below.</p>`;

/**
 * Which flow to use, question by question. Every choice is a link, and the address holds the
 * answers, so that back, forward and sharing are the browser's own.
 *
 * @param props.guides the slugs of the guides that stand
 */
export function Chooser({ guides }: { guides: readonly string[] }): JSX.Element {
  const chooser = useMemo(() => createChooser(page), []);
  const ready = useSignal(false);
  const { announcement, announce } = useMemo(createAnnouncer, []);
  const title = useRef<HTMLHeadingElement>(null);
  const question = chooser.question.value;
  const outcome = chooser.outcome.value;

  useEffect(() => {
    chooser.start();
    ready.value = true;
    return () => chooser.dispose();
  }, [chooser]);
  useEffect(() => {
    if (chooser.moved.value > 0) title.current?.focus();
  }, [chooser.moved.value]);
  useSignalEffect(() => {
    const words = chooser.outcome.value?.title ?? chooser.question.value?.words;
    document.title = `${words} · Choose a flow · Authorization Flows on RingCentral`;
  });

  return (
    <section
      class="ch not-content"
      data-ready={ready.value || undefined}
      aria-label="Choose a flow"
    >
      <noscript dangerouslySetInnerHTML={{ __html: withoutScript }} />
      {chooser.problems.value.length > 0 ? (
        <div class="ch-note" data-problem>
          <p>
            This link holds what cannot be read: {chooser.problems.value.join('; ')}. What can be
            read is used, and the questions go on from there.
          </p>
        </div>
      ) : null}
      <Answered chooser={chooser} />
      {question ? <Asked chooser={chooser} question={question} title={title} /> : null}
      {outcome ? (
        <OutcomeView
          key={outcome.id}
          chooser={chooser}
          outcome={outcome}
          title={title}
          guides={guides}
          say={announce}
        />
      ) : null}
      <Spoken announcement={announcement} />
    </section>
  );
}
