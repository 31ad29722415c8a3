import { certaintyOf, type Finding } from '#diagnosis/finding.ts';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { predictionText } from '#flows/mistakes/mistake.ts';
import type { Mistake } from '#flows/mistakes/mistake.ts';
import { FindingWords } from '../answer/FindingCard.tsx';
import { Check } from '#islands/parts/Verdict.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { Prose } from '#islands/parts/Prose.tsx';
import type { Mistakes } from '../model/mistakes/mistakes.ts';
import type { Playground } from '../model/playground.ts';
import type { ActiveMistake } from '../model/types.ts';
import { bringIntoSight, isByPress } from '../step/arrival.ts';
import { Press } from '../step/Press.tsx';
import { mistakeHere } from './mistake-here.ts';

/** The prediction among its decoys, in an order that does not give it away. */
function guesses({ predicted, decoys }: Mistake): string[] {
  return [predicted, ...decoys].map(predictionText).sort();
}

function Guess({ active, mistakes }: { active: ActiveMistake; mistakes: Mistakes }): JSX.Element {
  const name = useId();
  const { mistake, guess, shown } = active;
  const told = predictionText(mistake.predicted);
  return (
    <div class="pg-guess">
      <fieldset>
        <legend>What will the server answer?</legend>
        {guesses(mistake).map((text) => (
          <label key={text}>
            <input
              type="radio"
              name={name}
              value={text}
              checked={guess === text}
              onChange={() => mistakes.guess(text)}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      {shown ? (
        <p>
          Predicted: <b>{told}</b>
        </p>
      ) : (
        <button type="button" class="pg-quiet" onClick={() => mistakes.showPrediction()}>
          Show the prediction
        </button>
      )}
    </div>
  );
}

/** What was guessed and predicted, beside what came. */
function Compare({ active }: { active: ActiveMistake }): JSX.Element | null {
  const { mistake, result, guess } = active;
  if (!result) return null;
  const told = predictionText(mistake.predicted);
  const isRight = guess === (result.asPredicted ? told : result.actual);
  return (
    <dl class="pg-compare">
      {guess === undefined ? null : (
        <div>
          <dt>Your guess</dt>
          <dd>{guess}</dd>
        </div>
      )}
      <div>
        <dt>Predicted</dt>
        <dd>{told}</dd>
      </div>
      <div>
        <dt>Answered</dt>
        <dd class="pg-answered">
          <Check kind={result.asPredicted ? 'allowed' : 'warning'}>
            {result.actual}
            {result.asPredicted ? ', as predicted' : ''}
          </Check>
          {guess === undefined ? null : <b>{isRight ? 'Your guess' : 'Not your guess'}</b>}
        </dd>
      </div>
    </dl>
  );
}

/** Why it came. */
function Reason({
  active: { result },
  finding,
}: {
  active: ActiveMistake;
  finding: Finding | undefined;
}): JSX.Element {
  return (
    <>
      {result?.asPredicted === false ? (
        <p>
          Not as predicted: the sandbox’s policy has been changed, or a value was no longer what
          this mistake needs.
        </p>
      ) : null}
      {finding ? (
        <>
          <p>
            <b>
              <Prose text={finding.title} />
            </b>{' '}
            <span class="pg-certainty">{certaintyOf(finding)}</span>
          </p>
          <FindingWords finding={finding} />
        </>
      ) : null}
    </>
  );
}

/** What the mistake takes first and has not. */
function Lacking({
  active: { mistake, stage },
  playground,
}: {
  active: ActiveMistake;
  playground: Playground;
}): JSX.Element | null {
  if (stage !== 'lacking') return null;
  return (
    <div class="pg-lacks">
      <span>It needs values of the earlier steps. The mistake waits here meanwhile.</span>
      <Press
        playground={playground}
        class="pg-button pg-button-small"
        onPress={() => playground.mistakes.make(mistake.id)}
      >
        Get them
      </Press>
    </div>
  );
}

/** On to the next one, which needs nothing that this one has left. */
function Next({ playground }: { playground: Playground }): JSX.Element | null {
  const next = playground.mistakes.next.value;
  if (!next) return null;
  return (
    <Press playground={playground} onPress={() => playground.mistakes.make(next.id)}>
      Try the next mistake
      <span class="sr-only">: {next.title}</span>
    </Press>
  );
}

export interface MistakeStripProps {
  playground: Playground;
  level: 'h3' | 'h4';
}

/** The mistake that is being made: guess, prediction, answer and reason. What puts it right is in the bar, unless the flow goes on. */
export function MistakeStrip({ playground, level }: MistakeStripProps): JSX.Element | null {
  const { mistakes } = playground;
  const active = mistakeHere(playground);
  const strip = useRef<HTMLElement>(null);
  const id = active?.mistake.id;
  useEffect(() => {
    const heading = strip.current?.querySelector<HTMLElement>('[tabindex]');
    if (!strip.current || !heading || !isByPress()) return;
    bringIntoSight(strip.current, heading);
    heading.focus({ preventScroll: true });
  }, [id]);
  if (!active) return null;
  const Heading = level;
  const { mistake, stage } = active;
  return (
    <section class="pg-mistake" aria-label="Broken on purpose" ref={strip}>
      <div class="pg-mistake-head">
        <Icon name="hammer" size={15} />
        <Heading tabIndex={-1}>{mistake.title}</Heading>
        <a class="pg-spec" href={mistake.source.href}>
          {mistake.source.label}
        </a>
      </div>
      <Lacking active={active} playground={playground} />
      {stage === 'set' || stage === 'getting' ? (
        <Guess active={active} mistakes={mistakes} />
      ) : null}
      {stage === 'sent' ? (
        <p class="pg-note">The request is sent. The answer is on its way.</p>
      ) : null}
      <Compare active={active} />
      <div class="pg-buttons">
        {stage === 'answered' && playground.next.value ? (
          <Press playground={playground} onPress={() => mistakes.putRight()}>
            Put it right and send
          </Press>
        ) : null}
        {stage === 'answered' ? <Next playground={playground} /> : null}
        <button type="button" class="pg-quiet" onClick={() => mistakes.leave()}>
          {stage === 'answered' ? 'Leave it' : 'Take the mistake back'}
        </button>
      </div>
      {stage === 'answered' ? (
        <Reason active={active} finding={playground.explanation.value} />
      ) : null}
    </section>
  );
}
