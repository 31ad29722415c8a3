import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Shown } from '#diagnosis/hide/shown.ts';
import type { Diagnoser } from '../model/diagnoser.ts';
import { findingId } from '../answer/finding-id.ts';
import { hiddenWords } from './hidden-words.ts';
import { type Line, type Part, rowsOf, toneOf } from './lines.ts';

function Hidden({ part, diagnoser }: { part: Part; diagnoser: Diagnoser }): JSX.Element {
  const person = part.hidden === 'person' ? diagnoser.shown.value?.people[part.text] : undefined;
  if (person !== undefined && diagnoser.showsPeople.value) {
    return <span class="dg-person">{person}</span>;
  }
  return <span class="dg-hidden">{hiddenWords(part.text, part.hidden ?? 'secret')}</span>;
}

function Stretch({ part, diagnoser }: { part: Part; diagnoser: Diagnoser }): JSX.Element {
  const text = part.hidden ? <Hidden part={part} diagnoser={diagnoser} /> : part.text;
  if (part.tone === undefined) return <>{text}</>;
  const { lit } = diagnoser;
  const isLit = lit.value !== undefined && part.findings.includes(lit.value);
  return (
    <mark class="dg-mark" data-tone={part.tone} data-lit={isLit || undefined}>
      {text}
    </mark>
  );
}

/** The number behind a range: the way to its finding, which it lights. */
function Badge({
  number,
  shown,
  diagnoser,
}: {
  number: number;
  shown: Shown;
  diagnoser: Diagnoser;
}): JSX.Element | null {
  const found = shown.findings[number - 1];
  if (!found) return null;
  const unlight = (): void => diagnoser.light(undefined);
  return (
    <button
      type="button"
      class="dg-badge"
      data-tone={toneOf(found)}
      data-lit={diagnoser.lit.value === number || undefined}
      aria-label={`Finding ${number}: ${found.title.replaceAll('`', '')}`}
      onFocus={() => diagnoser.light(number)}
      onBlur={unlight}
      onMouseEnter={() => diagnoser.light(number)}
      onMouseLeave={unlight}
      onClick={() => {
        const target = document.getElementById(findingId(number));
        target?.closest('details')?.setAttribute('open', '');
        target?.focus();
      }}
    >
      {number}
    </button>
  );
}

function Row({
  line,
  shown,
  diagnoser,
}: {
  line: Line;
  shown: Shown;
  diagnoser: Diagnoser;
}): JSX.Element {
  return (
    <li>
      <span class="dg-number" aria-hidden="true">
        {line.number}
      </span>
      <code>
        {line.parts.length === 0 ? '\u00a0' : null}
        {line.parts.map((part, at) => (
          <span key={at}>
            <Stretch part={part} diagnoser={diagnoser} />
            {part.ends.map((number) => (
              <Badge key={number} number={number} shown={shown} diagnoser={diagnoser} />
            ))}
          </span>
        ))}
      </code>
    </li>
  );
}

/** What was pasted, masked: line numbers, what findings point at, blocks where something is hidden. */
export function Lines({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element | null {
  const isWhole = useSignal(false);
  const rows = useComputed(() =>
    diagnoser.shown.value ? rowsOf(diagnoser.shown.value, isWhole.value) : [],
  );
  const shown = diagnoser.shown.value;
  if (!shown) return null;
  return (
    <ol class="dg-lines" tabIndex={0} aria-label="What you pasted, secrets hidden">
      {rows.value.map((row) =>
        'leftOut' in row ? (
          <li key={`after ${row.leftOut}`} class="dg-left-out">
            <button type="button" class="pg-quiet" onClick={() => (isWhole.value = true)}>
              {row.leftOut} lines without a finding: show all
            </button>
          </li>
        ) : (
          <Row key={row.number} line={row} shown={shown} diagnoser={diagnoser} />
        ),
      )}
    </ol>
  );
}
