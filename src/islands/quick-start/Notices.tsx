import type { JSX } from 'preact';
import { clockTime } from '#islands/parts/clock-time.ts';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { QuickStart } from './model/quick-start.ts';

/** Why nothing can arrive here, with the way on; or nothing. */
export function Notices({ quickStart }: { quickStart: QuickStart }): JSX.Element | null {
  const host = quickStart.host.value;
  const stream = quickStart.stream.value;
  if (host === 'static') {
    return (
      <div class="qs-notice">
        <Verdict kind="warning" label="Warning:" />
        <div>
          <p>
            This page comes from a static host. Its sandbox runs in this tab, and no program in a
            terminal can reach it. In a clone of this site, start the server:
          </p>
          <pre class="qs-command">
            <code>npm start</code>
          </pre>
          <p>
            Then open this page at the address that it prints.{' '}
            <a href="/playground/">The playground</a> runs here.
          </p>
        </div>
      </div>
    );
  }
  if (host === 'unreachable') {
    return (
      <div class="qs-notice">
        <Verdict kind="refused" label="Error:" />
        <div>
          <p>
            The sandbox gave no answer. Is <code>npm start</code> still running?
          </p>
          <button type="button" class="pg-button pg-button-small" onClick={quickStart.retryNow}>
            Try again
          </button>
        </div>
      </div>
    );
  }
  if (host === 'node' && stream.kind === 'lost') {
    return (
      <div class="qs-notice">
        <Verdict kind="warning" label="Warning:" />
        <div>
          <p>
            The connection broke at {clockTime(stream.since)}. Reconnecting; nothing will be missed.
          </p>
          <button type="button" class="pg-button pg-button-small" onClick={quickStart.retryNow}>
            Reconnect now
          </button>
        </div>
      </div>
    );
  }
  return quickStart.problem.value ? (
    <div class="qs-notice">
      <Verdict kind="refused" label="Error:" />
      <p>{quickStart.problem.value}</p>
    </div>
  ) : null;
}
