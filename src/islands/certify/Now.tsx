import type { JSX } from 'preact';
import { pathOf } from '#protocol/exchange-parts.ts';
import { actWords } from '#sandbox/certify/challenge.ts';
import { type Certify, type Now as Standing, silenceSeconds } from './model/certify.ts';

function Seen({ log, judged, secondsLeft, isDone }: Standing): JSX.Element {
  const last = log.at(-1);
  if (isDone) return <>Waiting for what is still on its way.</>;
  if (!last) {
    return (
      <>Nothing has come from your program yet. This challenge waits {secondsLeft} seconds more.</>
    );
  }
  return (
    <>
      {log.length === 1 ? '1 request' : `${log.length} requests`} so far, the last{' '}
      <code>
        {last.request.method} {pathOf(last)}
      </code>
      , answered {last.response?.status ?? 'nothing'}.{' '}
      {judged?.verdict === 'open'
        ? `After ${silenceSeconds} seconds without a request, the verdict is given.`
        : `This challenge waits ${secondsLeft} seconds more.`}
    </>
  );
}

/** The challenge that stands now, with what the reader does in their program. */
export function Now({ certify, now }: { certify: Certify; now: Standing }): JSX.Element {
  const { challenge, at, of } = now;
  return (
    <section class="ct-card ct-now" aria-labelledby="ct-now">
      <p class="pg-note pg-figures">
        Challenge {at} of {of}
      </p>
      <progress class="ct-progress" aria-label="Challenges that are over" max={of} value={at - 1} />
      <h3 id="ct-now" tabIndex={-1} data-arrive>
        {challenge.title}
      </h3>
      <p>Do this in your program. Sign out first if you are signed in.</p>
      <ol class="ct-acts">
        {challenge.acts.map((act, index) => (
          <li key={index}>{actWords[act]}</li>
        ))}
      </ol>
      <p class="pg-note ct-seen">
        <Seen {...now} />
      </p>
      <div class="pg-buttons">
        <button
          type="button"
          class="pg-button pg-button-primary"
          aria-disabled={now.isDone || undefined}
          onClick={certify.done}
        >
          I have done all of it
        </button>
        <button type="button" class="pg-button" onClick={certify.cancel}>
          Cancel the run
        </button>
      </div>
    </section>
  );
}
