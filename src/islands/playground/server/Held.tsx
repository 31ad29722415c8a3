import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { sources } from '#app-settings/sources.ts';
import { clockTime } from '#islands/parts/clock-time.ts';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { durationWords } from '#protocol/text/duration-words.ts';
import type { Desk } from '../model/desk.ts';
import type { HeldValue } from '../model/kept-state.ts';
import type { Playground } from '../model/playground.ts';
import { revokeAll } from '../model/server/revoke.ts';
import type { Revoked } from '../model/server/revoke.ts';
import type { Room } from '../model/server/room.ts';

interface HeldProps {
  desk: Desk;
  room: Room;
  playground: Playground;
}

/** Five a minute for one app, and whoever goes on is suspended (community notice 11639). */
const mostTokenRequests = 5;

function Counter({ room, playground }: Pick<HeldProps, 'room' | 'playground'>): JSX.Element {
  const count = room.ledger.tokenRequests(playground.clock.time.value);
  return (
    <p class="pg-note" data-many={count >= mostTokenRequests || undefined}>
      Token requests of this minute: <b>{count}</b>. RingCentral takes {mostTokenRequests} a minute,
      then answers 429, and may suspend an app that continues (
      <a href={sources.rateLimits.href}>Rate limits</a>). This page repeats nothing by itself.
    </p>
  );
}

interface Kept {
  name: string;
  end: string;
}

function endOf({ at, lifetimeSeconds }: HeldValue, now: number): string {
  if (lifetimeSeconds === undefined) return 'when it is revoked';
  const seconds = Math.round((at + lifetimeSeconds * 1000 - now) / 1000);
  return seconds > 0 ? `in ${durationWords(seconds)}` : 'over';
}

/** What this tab holds, by kind, and when each ends. Never the value itself. */
function keptIn({ room, playground }: Pick<HeldProps, 'room' | 'playground'>): Kept[] {
  const now = playground.clock.time.value;
  const { clientId, secret, jwt, password } = room.credentials.value;
  const untilForgotten = 'when you forget it, or leave this page';
  const entered = [
    ['Client id', clientId],
    ['Client secret', secret],
    ['JWT credential', jwt],
    ['Password', password],
  ].flatMap(([name = '', value]) => (value ? [{ name, end: untilForgotten }] : []));
  const tokens = room.sessions.live.value.flatMap(({ access, refresh }) => [
    ...(access ? [{ name: 'Access token', end: endOf(access, now) }] : []),
    ...(refresh ? [{ name: 'Refresh token', end: endOf(refresh, now) }] : []),
  ]);
  const code = room.core.value?.kept.value.values['code'];
  const codes = code
    ? [{ name: 'Code', end: code.spentAt === undefined ? endOf(code, now) : 'spent' }]
    : [];
  return [...entered, ...codes, ...tokens];
}

const hows = { page: '', window: 'in a browser window', probe: 'to see whether anybody answers' };

function WhatIsHere({ room, playground }: Pick<HeldProps, 'room' | 'playground'>): JSX.Element {
  const kept = keptIn({ room, playground });
  const left = room.ledger.left.value;
  return (
    <details class="sv-more sv-held">
      <summary>What this tab holds and what left it</summary>
      <div class="sv-two">
        <div>
          <h2>In this tab’s memory</h2>
          {kept.length === 0 ? <p class="pg-note">Nothing.</p> : null}
          <dl class="pg-headers">
            {kept.map(({ name, end }, index) => (
              <div key={index}>
                <dt>{name}</dt>
                <dd>ends {end}</dd>
              </div>
            ))}
          </dl>
          <p class="pg-note">
            Nothing of it is in the browser’s storage, in an address of this site or in a log. The
            address that came back with a code is in the browser’s own history; the code worked
            once, for a minute.
          </p>
        </div>
        <div>
          <h2>What left this tab</h2>
          {left.length === 0 ? <p class="pg-note">Nothing yet.</p> : null}
          <ol class="sv-left">
            {left.map(({ at, method, origin, path, how }, index) => (
              <li key={index}>
                <span class="pg-figures">{clockTime(at)}</span>{' '}
                <code>
                  {method} {new URL(origin).host}
                  {path}
                </code>{' '}
                <span class="pg-note">{hows[how]}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </details>
  );
}

const names = { access_token: 'Access token', refresh_token: 'Refresh token' };

function told({ name, outcome, answer, ends }: Revoked): string {
  const end = ends === undefined ? '' : ` It ends by itself at ${clockTime(ends)}.`;
  if (outcome === 'revoked') return `${names[name]}: revoked, the server answered ${answer}.`;
  if (outcome === 'refused')
    return `${names[name]}: not revoked, the server answered ${answer}.${end}`;
  if (outcome === 'no-endpoint') {
    return `${names[name]}: not revoked, the server publishes no revocation endpoint.${end}`;
  }
  return `${names[name]}: no answer could be read. ${answer}${end}`;
}

/** The server that is in use: what it costs, what this tab holds for it, and the way to end both. */
export function Held({ desk, room, playground }: HeldProps): JSX.Element {
  const busy = useSignal(false);
  const results = room.revoked;
  const revoke = async (): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    const done = await revokeAll(room, room.surroundings);
    room.forget();
    busy.value = false;
    results.value = done;
    desk.choosing.value = room.choice.peek().kind;
    desk.begin();
    playground.words.announce('Revoked and deleted.');
  };
  const isEmpty = room.credentials.value.clientId === '' && room.sessions.live.value.length === 0;
  return (
    <div class="sv-use">
      <div class="sv-use-head">
        <p>
          <span class="sv-name">{room.host}</span>
          {room.credentials.value.clientId ? (
            <>
              {' '}
              as <code>{room.credentials.value.clientId}</code>
            </>
          ) : null}
        </p>
        {isEmpty ? null : (
          <button
            type="button"
            class="pg-button pg-button-small"
            aria-disabled={busy.value || undefined}
            onClick={() => void revoke()}
          >
            {busy.value ? 'Revoking…' : 'Revoke and forget'}
          </button>
        )}
      </div>
      {results.value ? (
        <div class="pg-strip" role="status">
          <Verdict
            kind={
              results.value.every(({ outcome }) => outcome === 'revoked') ? 'allowed' : 'warning'
            }
          />
          <div>
            {results.value.map((each, index) => (
              <p key={index}>{told(each)}</p>
            ))}
            <p>
              {results.value.length === 0 ? 'There was no token to revoke. ' : ''}
              This tab has deleted what you entered and what came back.
            </p>
          </div>
        </div>
      ) : null}
      {room.choice.value.kind === 'ringcentral' && !isEmpty ? (
        <Counter room={room} playground={playground} />
      ) : null}
      <WhatIsHere room={room} playground={playground} />
    </div>
  );
}
