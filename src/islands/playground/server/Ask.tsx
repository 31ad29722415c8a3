import type { JSX } from 'preact';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { CustomerJwt } from '../answer/CustomerJwt.tsx';
import type { Playground } from '../model/playground.ts';
import { secretHosts } from '../model/server/adapt.ts';
import { asks, takes } from '../model/server/asks.ts';
import type { Asked } from '../model/server/asks.ts';
import type { Room } from '../model/server/room.ts';
import { SecretField } from './SecretField.tsx';

const labels: Record<Asked, string> = {
  secret: 'Client secret',
  jwt: 'JWT credential',
  username: 'Number, then * and the extension',
  password: 'Password',
};

/** What the open step takes of the reader; a secret that a reload has lost is asked for again. */
export function Ask({
  room,
  playground,
}: {
  room: Room;
  playground: Playground;
}): JSX.Element | null {
  const step = playground.step.value.definition;
  const app = playground.app.value;
  const { credentials } = room;
  const wanted = takes(step, app);
  const asked = asks(step, app, credentials.value, room.takesSecrets);
  const answered = playground.request.answer.value.kind !== 'none';
  // What was entered in the server's own form is not asked for here.
  const isHere = asked.length === 0 && (wanted[0] === 'secret' || answered);
  if (wanted.length === 0 || isHere) return null;
  if (!room.takesSecrets) {
    return (
      <p class="pg-strip">
        <Verdict kind="unknown" />
        <span>
          This copy of the site is not on your own machine, so it has no field for{' '}
          {wanted[0] === 'jwt' ? 'a JWT' : 'a secret'}. The line below asks for it in your terminal.
        </span>
      </p>
    );
  }
  return (
    <section class="sv-ask" aria-label="What this step needs">
      {asked[0] === 'secret' ? (
        <p>
          The secret was in the memory of the page that you left for the sign-in, and is gone. Enter
          it again.
        </p>
      ) : null}
      <div class="sv-fields">
        {wanted.map((each) => (
          <SecretField
            key={each}
            label={labels[each]}
            note={`It stays in this tab’s memory and goes only to ${secretHosts(room.choice.value)}, when you press Send.`}
            value={credentials.value[each]}
            onType={(typed) => {
              credentials.value = { ...credentials.peek(), [each]: typed };
            }}
          />
        ))}
      </div>
      {wanted[0] === 'jwt' ? (
        <p class="pg-strip pg-strip-warning">
          <Verdict kind="warning" />
          <span>
            A JWT credential acts for its user until it expires, and belongs on a server. This page
            plays your server. You can delete a JWT made for trying afterwards, in the console under
            Credentials.
          </span>
        </p>
      ) : null}
      {wanted[0] === 'jwt' && room.choice.value.kind === 'ringcentral' ? (
        <CustomerJwt clientId={app.clientId} announce={playground.words.announce} />
      ) : null}
    </section>
  );
}
