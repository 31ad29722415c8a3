import type { JSX } from 'preact';
import type { Playground } from '../model/playground.ts';
import type { RequestFold } from '../step/request-fold.ts';

/** How many of a request's rows went on the wire. */
function counted(count: number): string {
  return count === 1 ? '1 parameter' : `${count} parameters`;
}

/** The request that was answered, in one line that opens it again. */
export function SentLine({
  playground,
  fold,
}: {
  playground: Playground;
  fold: RequestFold;
}): JSX.Element | null {
  const { request, step } = playground;
  const sent = step.value.definition.request;
  const answer = request.answer.value;
  if (!sent || fold.open.value) return null;
  const status = answer.kind === 'exchange' ? answer.exchange.response?.status : undefined;
  const rows = request.rows.value.filter(({ state }) => state.kind !== 'left-out').length;
  return (
    <p class="pg-sent-line">
      <span class="pg-note">Request as sent</span>
      <code>
        {sent.method} {sent.path}
        {status === undefined ? '' : ` · ${status}`}
      </code>
      <span class="pg-note">{counted(rows)}</span>
      <button type="button" class="pg-quiet" onClick={() => fold.unfold()}>
        Edit and send again
      </button>
    </p>
  );
}
