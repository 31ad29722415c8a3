import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Playground } from '../model/playground.ts';
import type { RequestRow } from '../model/types.ts';
import { heldSecrets } from './held-secrets.ts';
import { standInOf } from './hidden-row.ts';
import { originOf } from './origin.ts';
import { ParameterRow } from './ParameterRow.tsx';
import type { RequestFold } from './request-fold.ts';

const encodings = { query: 'in the query', form: 'form-encoded', none: 'no body' } as const;

const shapes = { json: 'as JSON', query: 'in the address' } as const;

/**
 * Which row is open: the one that has the focus, or that was pressed. A press opens it when it is
 * over, so that nothing moves away from under a finger that is still down.
 */
function useOpenRow() {
  const open = useSignal<string | undefined>(undefined);
  const isDown = useRef(false);
  const show = ({ target }: Event): void => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    if (row) open.value = row.dataset['row'];
  };
  return {
    open,
    handlers: {
      onPointerDown: () => (isDown.current = true),
      onPointerCancel: () => (isDown.current = false),
      onFocusIn: (event: Event) => {
        if (!isDown.current) show(event);
      },
      onClick: (event: Event) => {
        isDown.current = false;
        show(event);
      },
    },
  };
}

/** Whether a row waits behind the control: one of the folded that nobody has put in. */
const isFolded = ({ parameter, state }: RequestRow): boolean =>
  parameter.folded === true && state.kind === 'left-out' && state.usual;

/** Which rows stand there: the folded ones with them, where the reader asked for these. */
function useFoldedRows(rows: readonly RequestRow[]) {
  const isOpen = useSignal(false);
  const folded = rows.filter(({ parameter }) => parameter.folded);
  return {
    rows: isOpen.value ? rows : rows.filter((row) => !isFolded(row)),
    folded,
    isOpen,
  };
}

/** The addresses that the app has besides the one that this run comes back to. */
function otherAddresses({ app }: Playground): string | undefined {
  const { comesBack, redirectUri, redirectUris = [], isDemo } = app.value;
  const others = redirectUris.filter((uri) => uri !== redirectUri);
  if (!comesBack || isDemo || others.length === 0) return undefined;
  return `This run comes back to this page. Your app’s own, registered beside it: ${others.join(', ')}`;
}

/** At a real server the whole address: which host is part of what is sent. */
function pathOf({ server, request: { wire } }: Playground): string | undefined {
  return server.value.kind === 'sandbox' ? undefined : wire.value?.url.split('?', 1)[0];
}

/** The open step's request as rows to edit. What stands here is what goes on the wire. */
export function RequestEditor({
  playground,
  fold,
  level,
}: {
  playground: Playground;
  fold: RequestFold;
  level: 'h3' | 'h4';
}): JSX.Element | null {
  const Heading = level;
  const { definition } = playground.step.value;
  const { request } = definition;
  const editing = playground.request;
  const { open, handlers } = useOpenRow();
  const { rows, folded, isOpen } = useFoldedRows(editing.rows.value);
  if (!request) return null;
  const edited = editing.editedCount.value;
  const locked = !playground.ready.value;
  // The sandbox's are demo values, shown to be read. A real server's are the reader's own.
  const secrets = playground.server.value.kind === 'sandbox' ? undefined : heldSecrets(playground);
  return (
    <section class="pg-request" aria-label="Request">
      <Heading class="sr-only">Request</Heading>
      <div class="pg-request-line">
        <code>
          <b class="pg-method" data-actor={definition.from}>
            {request.method}
          </b>{' '}
          <span>{pathOf(playground) ?? request.path}</span>
        </code>
        <span class="pg-edit-count">
          <span class="pg-encoding">
            {editing.shape.value ? shapes[editing.shape.value] : encodings[request.encoding]}
          </span>
          {edited > 0 ? (
            <>
              <b class="pg-edited">
                {edited} {edited === 1 ? 'value' : 'values'} edited
              </b>
              <button
                type="button"
                class="pg-quiet"
                aria-label="Restore every value"
                onClick={() => editing.restoreAll()}
              >
                Restore
              </button>
            </>
          ) : (
            <span class="pg-can-edit">every value can be edited</span>
          )}
          {fold.asked.value ? (
            <button type="button" class="pg-quiet" onClick={() => fold.fold()}>
              Back to the answer
            </button>
          ) : null}
        </span>
      </div>
      <div class="pg-rows" {...handlers}>
        {editing.rows.value.length === 0 ? (
          <p class="pg-note pg-no-rows">This request has no parameters.</p>
        ) : null}
        {rows.map((row) => (
          <ParameterRow
            key={`${definition.title}-${row.name}`}
            row={row}
            origin={originOf(row, playground)}
            beside={row.name === 'redirect_uri' ? otherAddresses(playground) : undefined}
            standIn={secrets && standInOf(row, secrets)}
            open={open.value === row.name}
            disabled={locked}
            readOnly={editing.busy.value}
            onEdit={(value) => editing.edit(row.name, value)}
            onLeaveOut={() => editing.leaveOut(row.name)}
            onRestore={() => editing.restore(row.name)}
            onPutIn={() => editing.putIn(row.name)}
          />
        ))}
        {folded.length > 0 ? (
          <button
            type="button"
            class="pg-quiet pg-more-rows"
            aria-expanded={isOpen.value}
            onClick={() => (isOpen.value = !isOpen.value)}
          >
            {isOpen.value ? 'Hide what is not sent' : 'More that RingCentral accepts: '}
            {isOpen.value ? null : <code>{folded.map(({ name }) => name).join(', ')}</code>}
          </button>
        ) : null}
      </div>
    </section>
  );
}
