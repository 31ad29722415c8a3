import type { JSX } from 'preact';
import { Icon } from '#islands/parts/Icon.tsx';
import { Keys } from '../Keys.tsx';
import type { Diagnoser } from '../model/diagnoser.ts';
import { examples, reads } from './examples.ts';

/** What stands where the answer will: something to try, and what is read. */
export function Beginning({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element {
  return (
    <section class="dg-card dg-begin" aria-label="To begin with">
      <h2>Three to try</h2>
      <ul class="dg-tries">
        {examples.map(({ label, note, text }) => (
          <li key={label}>
            <button type="button" class="pg-button" onClick={() => void diagnoser.paste({ text })}>
              <Icon name="arrow" size={15} />
              {label}
              <span class="pg-note">{note}</span>
            </button>
          </li>
        ))}
      </ul>
      <h2>What it reads</h2>
      <ul class="dg-reads">
        {reads.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      <p class="dg-keys pg-note">
        <Keys keys="V" /> works anywhere on this page, <Keys keys="⇧ C" /> copies the reply,{' '}
        <kbd>Esc</kbd> forgets everything.
      </p>
    </section>
  );
}
