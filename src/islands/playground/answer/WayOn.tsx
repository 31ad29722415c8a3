import type { Actor } from '#protocol/actors.ts';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useActorNames } from '#islands/parts/actor-names.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import type { IconName } from '#islands/parts/Icon.tsx';
import { mistakeHere } from '../break/mistake-here.ts';
import type { Playground } from '../model/playground.ts';
import type { RequestFold } from '../step/request-fold.ts';
import { sends } from '../step/SendButton.tsx';
import { leadingOffer, take } from './told.ts';

export interface WayOnProps {
  playground: Playground;
  fold: RequestFold;
}

/** What the one primary button of an answered step is. */
interface Way {
  label: string;
  act: () => unknown;
  icon?: IconName;
  /** What stands before the label: the way back. */
  back?: true;
  /** What comes, said beside it. */
  words?: string;
  /** Control and the right arrow do the same. */
  onward?: true;
  /** Pressed while something is on its way; nobody is led to it. */
  stops?: true;
}

function inSentence(actor: Actor, actorNames: Record<Actor, string>): string {
  const name = actorNames[actor];
  if (actor === 'api') return `the ${name}`;
  return `${actor === 'authorization-server' ? 'the ' : ''}${name.toLowerCase()}`;
}

/** The step after this one, said in a sentence. */
function nextWords({ flow }: Playground, id: string, names: Record<Actor, string>): string {
  const step = flow.steps.find((one) => one.id === id);
  if (!step) return '';
  const { from, to } = step;
  return `Next: ${inSentence(from, names)}${from === to ? ', alone' : ` to ${inSentence(to, names)}`}.`;
}

function wayOf(
  playground: Playground,
  fold: RequestFold,
  names: Record<Actor, string>,
): Way | undefined {
  const { flow, request, mistakes, values, openStep } = playground;
  const step = playground.step.value;
  const answer = request.answer.value;
  const next = playground.next.value;
  const running = request.running.value;
  if (running) {
    const at = playground.steps.value.find(({ id }) => id === running.at);
    return {
      label: 'Stop',
      words: `Running step ${at?.number} of ${flow.steps.length}: ${at?.definition.title}`,
      act: () => request.stopRun(),
      stops: true,
    };
  }
  if (answer.kind === 'waiting' && answer.mode !== 'by-itself') {
    const closed = answer.popup === 'seems-closed';
    return {
      label: closed ? 'Open it again' : 'Show the window',
      icon: 'window',
      back: true,
      act: () => request.send(),
    };
  }
  if (next) {
    return {
      label: next.label,
      icon: 'arrow',
      words: nextWords(playground, next.id, names),
      onward: true,
      act: () => openStep(next.id),
    };
  }
  if (mistakeHere(playground)?.stage === 'answered') {
    return { label: 'Put it right and send', act: () => mistakes.putRight(), onward: true };
  }
  const offer = leadingOffer(playground);
  if (offer) {
    return {
      label: offer.label,
      act: () => take(playground, fold, offer.action),
      onward: true,
    };
  }
  if (step.settled && step.number === flow.steps.length) {
    return { label: 'Start over', icon: 'again', back: true, act: () => values.startOver() };
  }
  const opens = playground.steps.value.find(({ definition }) => definition.kind === 'navigate');
  if (!sends(step) && answer.kind === 'none' && opens) {
    return { label: `Back to step ${opens.number}`, act: () => openStep(opens.id) };
  }
  return undefined;
}

/** The way on in the bar: the next step once this one is done, else what puts a refusal right; what stops a run meanwhile. */
export function WayOn({ playground, fold }: WayOnProps): JSX.Element | null {
  const names = useActorNames();
  const button = useRef<HTMLButtonElement>(null);
  const way = wayOf(playground, fold, names);
  const { busy, answer } = playground.request;
  // While the request is edited, Send is the one.
  const primary = !way?.stops && (!fold.open.value || answer.value.kind === 'none');
  const leadsOn = primary && way?.onward === true;
  useEffect(() => {
    // The button that was pressed is the one for once more now: the focus goes to what is next.
    const isOnSend = document.activeElement?.matches('.pg-send-again') === true;
    if (leadsOn && isOnSend) button.current?.focus({ preventScroll: true });
  }, [leadsOn]);
  if (!way) return null;
  const { label, act, icon, back, words, onward, stops } = way;
  return (
    <>
      {words === undefined ? null : (
        <span class={stops ? 'pg-stay-words' : 'pg-stay-words pg-stay-next'}>{words}</span>
      )}
      {leadsOn ? (
        <kbd aria-hidden="true">
          Ctrl <span>→</span>
        </kbd>
      ) : null}
      <button
        ref={button}
        type="button"
        class={primary ? 'pg-button pg-button-primary' : 'pg-button'}
        aria-disabled={(busy.value && !stops) || undefined}
        aria-keyshortcuts={onward ? 'Control+ArrowRight' : undefined}
        onClick={() => {
          if (!busy.value || stops) void act();
        }}
      >
        {icon && back ? <Icon name={icon} /> : null}
        {label}
        {icon && !back ? <Icon name={icon} /> : null}
      </button>
    </>
  );
}
