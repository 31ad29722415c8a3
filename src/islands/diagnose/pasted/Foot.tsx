import type { JSX } from 'preact';
import type { Repair } from '#diagnosis/recognise/repair.ts';
import type { Diagnoser } from '../model/diagnoser.ts';
import { Outline } from '../Outline.tsx';
import { hiddenInWords } from '../model/words.ts';

const repaired = (repairs: readonly Repair[]): string =>
  repairs.length === 0
    ? ''
    : `Repaired: ${repairs.map(({ kind, count }) => `${count} ${kind}`).join(', ')}. `;

/** What was hidden, with counts, and the promise. */
export function Foot({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element | null {
  const shown = diagnoser.shown.value;
  if (!shown) return null;
  const { removed, repairs, isCut } = shown;
  // A customer's own box has the labels alone.
  const people = diagnoser.ask.value ? {} : shown.people;
  const hidden =
    removed.length === 0
      ? 'No secret in it. '
      : `${removed.length} ${removed.length === 1 ? 'value' : 'values'} hidden as they were read: ${hiddenInWords(removed)}. `;
  return (
    <div class="dg-foot">
      <Outline name="eyeOff" size={15} />
      <p>
        {hidden}
        {repaired(repairs)}
        {isCut ? 'It was cut off: the verdict is about this part. ' : ''}
        Nothing leaves this tab, nothing is saved.{' '}
        {Object.keys(people).length > 0 ? (
          <button
            type="button"
            class="pg-quiet"
            aria-pressed={diagnoser.showsPeople.value}
            onClick={() => diagnoser.togglePeople()}
          >
            {diagnoser.showsPeople.value ? 'Hide people' : 'Show people'}
          </button>
        ) : null}
      </p>
    </div>
  );
}
