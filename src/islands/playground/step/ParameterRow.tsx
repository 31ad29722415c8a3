import { readBasic } from '#protocol/basic.ts';
import { useSignal } from '@preact/signals';
import { Fragment, type JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { RequestRow } from '../model/types.ts';
import { describeRow } from './describe-edit.ts';
import { ShowSecret } from './ShowSecret.tsx';
import { showInvisible, type VisiblePart } from '#islands/parts/invisible.ts';
import { Prose } from '#islands/parts/Prose.tsx';

interface ParameterRowProps {
  row: RequestRow;
  /** Where its value is from. */
  origin: string;
  /** What else the reader has to know of it, always on screen. */
  beside: string | undefined;
  /** Stands in its place until the reader asks to see it, where it is a secret of a real server. */
  standIn: string | undefined;
  /** Its whole value and its meaning are on screen. */
  open: boolean;
  disabled: boolean;
  readOnly: boolean;
  onEdit: (value: string) => void;
  onLeaveOut: () => void;
  onRestore: () => void;
  onPutIn: () => void;
}

/** Whether nothing stands on the line after a break, so that its mark has room there. */
function endsLine(after: VisiblePart | undefined): boolean {
  return after === undefined || after.text === '\n';
}

/**
 * The value itself, where a reader edits it. A textarea of one row that grows,
 * because an input would drop a pasted line break and the wire would not carry
 * what was pasted. The text behind it has the same letters in the same places
 * and brings the tint and the marks for what cannot be seen.
 */
function ValueField({
  row,
  id,
  note,
  disabled,
  readOnly,
  onEdit,
}: {
  row: RequestRow;
  id: string;
  note: string;
  disabled: boolean;
  readOnly: boolean;
  onEdit: (value: string) => void;
}): JSX.Element {
  const parts = showInvisible(row.value);
  return (
    <div class="pg-input" data-actor={row.flowValue?.maker}>
      <span class="pg-input-mirror" aria-hidden="true">
        <mark class={row.flowValue ? 'pg-value' : undefined}>
          {parts.map((part, index) =>
            part.mark ? (
              <span
                key={index}
                class="pg-invisible"
                data-mark={part.mark}
                data-break={(part.text === '\n' && endsLine(parts[index + 1])) || undefined}
              >
                {part.text}
              </span>
            ) : (
              part.text
            ),
          )}
        </mark>{' '}
      </span>
      <textarea
        id={id}
        rows={1}
        value={row.value}
        disabled={disabled}
        readOnly={readOnly}
        placeholder={row.awaited ?? 'empty'}
        aria-describedby={note}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onInput={(event) => onEdit(event.currentTarget.value)}
      />
    </div>
  );
}

/** A name that may break after its underscores, where there is no room for it. */
function Name({ text }: { text: string }): JSX.Element {
  const [first, ...rest] = text.split('_');
  return (
    <>
      {first}
      {rest.map((part, index) => (
        <Fragment key={index}>
          _<wbr />
          {part}
        </Fragment>
      ))}
    </>
  );
}

/** What base64 hides: id, colon and secret, what cannot be seen made visible. */
function insideBasic(value: string): string | undefined {
  const read = readBasic(value);
  if (read.kind !== 'basic') return undefined;
  return showInvisible(`${read.raw.id}:${read.raw.secret}`)
    .map(({ text, mark }) => mark ?? text)
    .join('');
}

/** What changed in a row that is not sent as the flow has it; undefined where nothing did. */
function changeOf(row: RequestRow): string | undefined {
  if (row.state.kind === 'edited') return `Edited: ${describeRow(row)}`;
  return row.state.kind === 'left-out' && !row.state.usual ? 'Left out: not sent' : undefined;
}

/**
 * One parameter on one line: its name, its value to edit, where that is from. What it means and
 * where that is written stand below the row that is open, and below one that was changed.
 */
export function ParameterRow(props: ParameterRowProps): JSX.Element {
  const { row, origin, beside, standIn, open, disabled, readOnly } = props;
  const { onEdit, onLeaveOut, onRestore, onPutIn } = props;
  const id = useId();
  const note = `${id}-note`;
  const { spec, meaning } = row.parameter;
  const leftOut = row.state.kind === 'left-out';
  // Gone with the step. What is typed here is on screen: nothing hides under the reader's hand.
  const isShown = useSignal(false);
  const hidden = isShown.value ? undefined : standIn;
  const decoded =
    hidden === undefined && row.parameter.source.kind === 'basic'
      ? insideBasic(row.value)
      : undefined;
  const offered = row.state.kind === 'left-out' && row.state.usual;
  const change = changeOf(row);

  return (
    <div
      class="pg-row"
      data-row={row.name}
      data-state={row.state.kind}
      data-offered={offered || undefined}
      data-open={open || undefined}
    >
      <div class="pg-row-line">
        {leftOut || hidden !== undefined ? (
          <span class="pg-name">
            <Name text={row.name} />
          </span>
        ) : (
          <label class="pg-name" for={id}>
            <Name text={row.name} />
          </label>
        )}
        {leftOut ? (
          <s class="pg-left-out">{hidden ?? (row.value || row.name)}</s>
        ) : hidden !== undefined ? (
          <span class="pg-hidden-value" data-actor={row.flowValue?.maker}>
            {hidden}
          </span>
        ) : (
          <ValueField
            row={row}
            id={id}
            note={note}
            disabled={disabled}
            readOnly={readOnly}
            onEdit={(value) => {
              isShown.value = true;
              onEdit(value);
            }}
          />
        )}
        {row.state.kind === 'untouched' ? (
          <span class="pg-origin">{origin}</span>
        ) : (
          <button
            type="button"
            class="pg-quiet pg-origin"
            disabled={disabled}
            aria-label={`${row.state.kind === 'edited' ? 'Restore' : offered ? 'Put in' : 'Put back'} ${row.name}`}
            onClick={offered ? onPutIn : onRestore}
          >
            {row.state.kind === 'edited' ? 'Restore' : offered ? 'Put in' : 'Put back'}
          </button>
        )}
      </div>
      {standIn === undefined || leftOut ? null : (
        <div class="pg-row-show">
          <ShowSecret
            of={row.name}
            isShown={isShown.value}
            onToggle={() => (isShown.value = !isShown.value)}
          />
        </div>
      )}
      <div class="pg-row-notes" hidden={!open && change === undefined && beside === undefined}>
        <span id={note} class="pg-row-meaning">
          {decoded ? (
            <span class="pg-decoded">
              In base64: <code>{decoded}</code>
            </span>
          ) : null}
          {change ? <b class="pg-edited">{change} </b> : null}
          {change && !row.parameter.folded ? null : <Prose text={row.awaited ?? meaning} />}
          {beside ? <span class="pg-beside">{beside}</span> : null}
        </span>
        {leftOut ? null : (
          <button
            type="button"
            class="pg-quiet"
            disabled={disabled}
            aria-label={`Leave out ${row.name}`}
            onClick={onLeaveOut}
          >
            Leave out
          </button>
        )}
        <a class="pg-spec" href={spec.href}>
          {spec.label}
        </a>
      </div>
    </div>
  );
}
