import type { JSX } from 'preact';
import type { Playground } from '../model/playground.ts';
import { ParameterRow } from './ParameterRow.tsx';

const encodings = { query: 'in the query', form: 'form-encoded', none: 'no body' } as const;

const shapes = { json: 'as JSON', query: 'in the address' } as const;

/** The open step's request as rows to edit. What stands here is what goes on the wire. */
export function RequestEditor({
  playground,
  level,
}: {
  playground: Playground;
  level: 'h3' | 'h4';
}): JSX.Element | null {
  const Heading = level;
  const { definition } = playground.step.value;
  const { request } = definition;
  const editing = playground.request;
  if (!request) return null;
  const edited = editing.editedCount.value;
  const locked = !playground.ready.value;
  return (
    <section class="pg-request" aria-label="Request">
      <div class="pg-section-head">
        <Heading>Request</Heading>
        <span class="pg-edit-count">
          {edited > 0 ? (
            <b class="pg-edited">
              {edited} {edited === 1 ? 'value' : 'values'} edited
            </b>
          ) : (
            'Every value can be edited'
          )}
          {edited > 0 ? (
            <button
              type="button"
              class="pg-quiet"
              aria-label="Restore every value"
              onClick={() => editing.restoreAll()}
            >
              Restore
            </button>
          ) : null}
        </span>
      </div>
      <div class="pg-request-line">
        <code>
          <b class="pg-method" data-actor={definition.from}>
            {request.method}
          </b>{' '}
          <span>{request.path}</span>
        </code>
        <code class="pg-encoding">
          {editing.shape.value ? shapes[editing.shape.value] : encodings[request.encoding]}
        </code>
      </div>
      <div class="pg-rows">
        {editing.rows.value.length === 0 ? (
          <p class="pg-note pg-no-rows">This request has no parameters.</p>
        ) : null}
        {editing.rows.value.map((row) => (
          <ParameterRow
            key={`${definition.title}-${row.name}`}
            row={row}
            disabled={locked}
            readOnly={editing.busy.value}
            onEdit={(value) => editing.edit(row.name, value)}
            onLeaveOut={() => editing.leaveOut(row.name)}
            onRestore={() => editing.restore(row.name)}
            onPutIn={() => editing.putIn(row.name)}
          />
        ))}
      </div>
    </section>
  );
}
