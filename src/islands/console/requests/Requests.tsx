import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { usualOrigin } from '#protocol/usual-origin.ts';
import { EarlierRequests } from '#islands/parts/EarlierRequests.tsx';
import { LeaveOutStrangers } from '#islands/parts/LeaveOutStrangers.tsx';
import { clockTime } from '#islands/parts/clock-time.ts';
import type { StreamState } from '#islands/sandbox-events/sandbox-events.ts';
import type { Console } from '../model/console.ts';
import { placeLink } from '../model/place.ts';
import { AppFilter } from '../parts/AppFilter.tsx';
import { WorkButton } from '../parts/WorkButton.tsx';
import { RequestRow } from './RequestRow.tsx';

function Stream({ state, paused }: { state: StreamState; paused: boolean }): JSX.Element {
  const words = {
    connecting: 'Connecting.',
    open: paused
      ? 'Paused: the list does not change, and nothing is missed.'
      : 'Listening. Secrets are masked before they arrive here.',
    lost: `The connection broke at ${state.kind === 'lost' ? clockTime(state.since) : ''}. Reconnecting; nothing will be missed.`,
  };
  return (
    <p class="cs-answering" data-state={state.kind === 'open' ? 'open' : state.kind}>
      <span class="cs-dot" aria-hidden="true" />
      <span>{words[state.kind]}</span>
    </p>
  );
}

/** What reached the sandbox, from a browser or a terminal, as it arrives. New rows come below. */
export function Requests({ console }: { console: Console }): JSX.Element {
  const open = useSignal<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLOListElement>(null);
  const { requests } = console;
  const drawn = requests.drawn.value;
  const paused = requests.paused.value;
  const { app } = console.place.value;
  const held = requests.waiting.value.filter(({ kind }) => kind === 'exchange').length;
  // The same function for every row and each time: a row is drawn again when something of it changed.
  const toggle = useMemo(
    () =>
      (id: string): void => {
        const next = new Set(open.peek());
        if (!next.delete(id)) next.add(id);
        open.value = next;
      },
    [],
  );
  return (
    <section class="cs-card" aria-labelledby="cs-requests">
      <div class="cs-card-head">
        <h2 id="cs-requests" tabIndex={-1} data-arrive>
          Requests
        </h2>
        <div class="pg-buttons">
          <div class="cs-switch" role="group" aria-label="The list">
            <button type="button" aria-pressed={!paused} onClick={requests.follow}>
              Follow
            </button>
            <button type="button" aria-pressed={paused} onClick={requests.pause}>
              Pause
            </button>
          </div>
          <button type="button" class="pg-quiet" onClick={requests.clear}>
            Clear the list
          </button>
        </div>
      </div>
      <div class="cs-requests-bar">
        <AppFilter console={console} label="App" all="All, and requests that name none" />
        <LeaveOutStrangers
          checked={console.leaveOutStrangers.value}
          onChange={console.setLeaveOutStrangers}
        />
        <Stream state={requests.stream.value} paused={paused} />
        {requests.stream.value.kind === 'lost' ? (
          <WorkButton class="pg-button pg-button-small" onPress={() => console.retry()}>
            Try again
          </WorkButton>
        ) : null}
      </div>
      <EarlierRequests
        count={requests.folded.value}
        show={requests.showEarlier}
        say={console.say}
        onEmpty={() => list.current?.focus()}
      />
      {drawn.length === 0 ? (
        <p class="cs-empty">
          {app === undefined
            ? 'No request has reached the sandbox since this list began. '
            : 'No request of this app has reached the sandbox since this list began. '}
          <a href="/playground/">Run a flow</a>, or try a terminal:{' '}
          <code>curl {console.origin || usualOrigin}/restapi</code>
          {app === undefined ? null : (
            <>
              {'. '}
              <a href={placeLink({ section: 'requests' })}>Show all apps</a>
            </>
          )}
        </p>
      ) : (
        <ol class="cs-requests" ref={list} tabIndex={-1} aria-label="Requests">
          {drawn.map((row) =>
            row.kind === 'gap' ? (
              <li key={row.id} class="cs-gap">
                Some requests are missing here: the sandbox keeps the last 1,000 of an app, and
                deletes them when it is reset or started again.
              </li>
            ) : (
              <RequestRow
                key={row.id}
                exchange={row.exchange}
                open={open.value.has(row.id)}
                onToggle={toggle}
                say={console.say}
              />
            ),
          )}
        </ol>
      )}
      {held > 0 ? (
        <p class="cs-held">
          {held === 1 ? '1 request has' : `${held} requests have`} arrived since you paused.{' '}
          <button type="button" class="pg-quiet" onClick={requests.follow}>
            Show {held === 1 ? 'it' : 'them'}
          </button>
        </p>
      ) : null}
    </section>
  );
}
