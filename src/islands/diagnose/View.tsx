import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { verdictOf } from '#diagnosis/reply/verdict.ts';
import { useEffect } from 'preact/hooks';
import { Icon } from '#islands/parts/Icon.tsx';
import { late } from '#islands/parts/late.tsx';
import { Spoken } from '#islands/parts/Spoken.tsx';
import { Beginning } from './empty/Beginning.tsx';
import type { Diagnoser } from './model/diagnoser.ts';
import { asRequest } from '#diagnosis/reply/sentences.ts';
import { writeAskLink } from './model/ask-link.ts';
import { pageState } from './model/words.ts';
import { LateAnswer, LateBehind, preloadCase } from './late-case.tsx';
import { NoticeBox } from './NoticeBox.tsx';
import { Pasted } from './pasted/Pasted.tsx';
import { usePageEvents } from './use-page-events.ts';
import { WithoutScript } from './WithoutScript.tsx';
import '#islands/parts/parts.css';
import '#islands/parts/fields.css';
import './diagnose.css';
import './pasted/pasted.css';
import './answer/answer.css';

const LateAsk = late(async () => (await import('./ask/AskView.tsx')).AskView);

/** Where there is no room for all of it: copying the reply, and the question, stay at hand. */
function Bar({ diagnoser, origin }: { diagnoser: Diagnoser; origin: string }): JSX.Element | null {
  const shown = diagnoser.shown.value;
  if (!shown) return null;
  const lacks = verdictOf(shown)?.lacks;
  const { copied } = diagnoser;
  return (
    <div class="dg-bar">
      <button
        type="button"
        class="pg-button pg-button-primary"
        onClick={() => void diagnoser.copyReply()}
      >
        <Icon name={copied.value === 'the reply' ? 'check' : 'copy'} size={15} />
        {copied.value === 'the reply' ? 'Copied' : 'Copy reply'}
      </button>
      {lacks === undefined ? null : (
        <button
          type="button"
          class="pg-button"
          onClick={() =>
            void diagnoser.copy(
              `${asRequest(lacks)} ${origin}/diagnose/#${writeAskLink(asRequest(lacks))}`,
              'the question with its link',
            )
          }
        >
          {copied.value === 'the question with its link' ? 'Copied' : 'Ask'}
        </button>
      )}
    </div>
  );
}

/** The diagnoser as a page shows it. */
export function View({
  diagnoser,
  origin,
  ready,
}: {
  diagnoser: Diagnoser;
  origin: string;
  ready: boolean;
}): JSX.Element {
  usePageEvents(diagnoser, ready);
  useEffect(() => {
    // The first paste comes soon, so its view is fetched now. If that fails, the view's own place says so.
    if (ready) preloadCase().catch(() => undefined);
  }, [ready]);
  useSignalEffect(() => {
    const state = pageState(diagnoser.phase.value);
    document.title = `${state === '' ? '' : `${state} · `}Diagnose · Authorization Flows on RingCentral`;
  });
  const isShown = diagnoser.phase.value.kind === 'shown';
  const isAsked = diagnoser.ask.value !== undefined;
  return (
    <section class="dg not-content" data-ready={ready || undefined} aria-label="Diagnoser">
      <WithoutScript />
      <header class={isShown && !isAsked ? 'sr-only' : 'dg-head'}>
        <h1 id="_top">{isAsked ? 'Paste it here, safely' : 'What went wrong?'}</h1>
        {isAsked ? null : (
          <p>
            Paste anything that failed. Secrets are hidden as they are read, and nothing leaves this
            tab.
          </p>
        )}
      </header>
      <NoticeBox diagnoser={diagnoser} />
      {isAsked ? (
        <LateAsk diagnoser={diagnoser} />
      ) : (
        <div class="dg-case">
          <Pasted diagnoser={diagnoser} />
          {isShown ? (
            <LateAnswer diagnoser={diagnoser} origin={origin} />
          ) : (
            <Beginning diagnoser={diagnoser} />
          )}
          {isShown ? <LateBehind diagnoser={diagnoser} /> : null}
        </div>
      )}
      {isShown && !isAsked ? <Bar diagnoser={diagnoser} origin={origin} /> : null}
      <Spoken announcement={diagnoser.announcement} />
    </section>
  );
}
