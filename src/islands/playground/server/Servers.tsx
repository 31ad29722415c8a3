import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { RadioCard } from '#islands/parts/RadioCard.tsx';
import { Segments } from '#islands/parts/Segments.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { ringCentralOrigins } from '#protocol/ringcentral-hosts.ts';
import type { Desk } from '../model/desk.ts';
import type { Playground } from '../model/playground.ts';
import { otherHosts, refusalOf, secretHosts } from '../model/server/adapt.ts';
import type { ServerChoice } from '../model/server/choice.ts';
import { isLoopbackName } from '#protocol/loopback.ts';
import type { Entered } from './AppToUse.tsx';
import { AppToUse } from './AppToUse.tsx';
import { Held } from './Held.tsx';
import { OwnAddress, OwnFacts } from './OwnServer.tsx';
import '#islands/parts/fields.css';
import './server.css';

export interface ServersProps {
  desk: Desk;
  playground: Playground;
}

type Kind = 'sandbox' | 'ringcentral' | 'own';

/** The values that the first step makes by itself are made, so that the sign-in is the next press. */
async function prepare(desk: Desk): Promise<void> {
  const playground = desk.playground.peek();
  const [first, second] = playground.flow.steps;
  if (first?.making !== 'pkce' && first?.making !== 'state') return;
  if (playground.step.peek().id !== first.id || playground.request.answer.peek().kind !== 'none')
    return;
  await playground.request.make(first);
  if (second) playground.openStep(second.id);
}

/** Takes the reader's app at the server: flows run from here on. */
async function use(desk: Desk, choice: ServerChoice, entered: Entered): Promise<void> {
  if (desk.room.peek()?.choice.peek().origin !== choice.origin) await desk.serve(choice);
  const room = desk.room.peek();
  if (!room) return;
  room.credentials.value = { ...room.credentials.peek(), ...entered };
  room.isUsed.value = true;
  desk.choosing.value = undefined;
  desk.begin();
  await prepare(desk);
}

const hosts = ringCentralOrigins.map((origin) => ({
  value: origin,
  label: new URL(origin).host,
  note: origin.endsWith('.biz') ? 'AT&T Office@Hand, Verizon' : 'everybody else',
}));

function RingCentral({ desk, playground }: ServersProps): JSX.Element {
  const at = desk.room.value?.choice.value;
  const origin = useSignal<(typeof ringCentralOrigins)[number]>(
    at?.kind === 'ringcentral' ? at.origin : ringCentralOrigins[0],
  );
  const takesSecrets = isLoopbackName(window.location.hostname);
  const choice = { kind: 'ringcentral', origin: origin.value } as const;
  const refused = refusalOf(playground.flow.id, choice, takesSecrets);
  if (refused) return <Refused text={refused} />;
  return (
    <>
      <Segments
        label="RingCentral’s server"
        name="host"
        value={origin.value}
        options={hosts}
        onChange={(value) => (origin.value = value)}
      />
      <AppToUse
        flow={playground.flow.id}
        host={new URL(origin.value).host}
        secretsTo={secretHosts(choice)}
        isRingCentral
        takesSecrets={takesSecrets}
        redirectUri={`${window.location.origin}/callback/`}
        announce={playground.words.announce}
        onUse={(entered) => void use(desk, choice, entered)}
      />
    </>
  );
}

function Refused({ text }: { text: string }): JSX.Element {
  return (
    <p class="pg-strip pg-strip-warning">
      <Verdict kind="refused" />
      <span>{text}</span>
    </p>
  );
}

function Own({ desk, playground }: ServersProps): JSX.Element {
  const room = desk.room.value;
  const choice = room?.choice.value;
  if (!room || choice?.kind !== 'own') {
    return (
      <OwnAddress
        origin={window.location.origin}
        onUse={(chosen) => void desk.serve(chosen)}
        onSandbox={() => {
          void desk.serve(undefined);
          desk.choosing.value = undefined;
        }}
      />
    );
  }
  const isKnown = room.facts.state.value.kind === 'read';
  const refused = room.refuses(playground.flow.id);
  const elsewhere = isKnown ? otherHosts(choice).join(', ') : '';
  return (
    <>
      <p class="sv-own">
        <b>{room.host}</b>
        <button type="button" class="pg-quiet" onClick={() => void desk.serve(undefined)}>
          Another server
        </button>
      </p>
      <OwnFacts facts={room.facts} host={room.host} />
      {elsewhere === '' ? null : (
        <p class="pg-strip pg-strip-warning">
          <Verdict kind="warning" />
          <span>
            Its metadata sends you to another host: <b class="sv-name">{elsewhere}</b>. Codes,
            secrets and tokens go there. Continue if you know it as a part of {room.host}.
          </span>
        </p>
      )}
      {isKnown && room.needsReload.value ? (
        <div class="sv-facts">
          <p>
            Its endpoints are at another address, and this page may not connect to it yet. It loads
            again first.
          </p>
          <button
            type="button"
            class="pg-button pg-button-primary"
            onClick={() => room.surroundings.reload()}
          >
            Load the page with them
          </button>
        </div>
      ) : null}
      {refused ? <Refused text={refused} /> : null}
      {isKnown && !refused && !room.needsReload.value ? (
        <AppToUse
          flow={playground.flow.id}
          host={room.host}
          secretsTo={secretHosts(choice)}
          isRingCentral={false}
          takesSecrets={room.takesSecrets}
          redirectUri={`${window.location.origin}/callback/`}
          announce={playground.words.announce}
          onUse={(entered) => void use(desk, choice, entered)}
        />
      ) : null}
    </>
  );
}

function Sandbox({ desk }: { desk: Desk }): JSX.Element {
  return (
    <>
      <p>
        This site’s own authorization server, with demo apps and demo users. Nothing leaves your
        computer.
      </p>
      {desk.room.value ? (
        <div class="pg-buttons">
          <button
            type="button"
            class="pg-button pg-button-primary"
            onClick={() => {
              void desk.serve(undefined);
              desk.choosing.value = undefined;
            }}
          >
            Use the sandbox
          </button>
        </div>
      ) : null}
    </>
  );
}

const titles: Record<Kind, string> = {
  sandbox: 'Sandbox',
  ringcentral: 'RingCentral',
  own: 'Your own',
};
const notes: Record<Kind, string> = {
  sandbox: 'Demo apps, nothing leaves your computer',
  ringcentral: 'Your app, your account, for real',
  own: 'Another sandbox, or any OAuth server',
};

/** Which server the requests go to, and with which app: Sandbox, RingCentral, Your own. */
export function Servers({ desk, playground }: ServersProps): JSX.Element | null {
  const room = desk.room.value;
  const choosing = desk.choosing.value;
  const refused = room?.isUsed.value ? room.refuses(playground.flow.id) : undefined;
  if (choosing === undefined) {
    if (!room) return null;
    return (
      <section class="pg-panel sv" aria-label="Server">
        {refused ? <Refused text={refused} /> : null}
        <Held desk={desk} room={room} playground={playground} />
      </section>
    );
  }
  const now: Kind = room?.choice.value.kind ?? 'sandbox';
  const shown = choosing === 'open' ? now : choosing;
  return (
    <section class="pg-panel sv" aria-label="Server">
      <fieldset class="sv-kinds">
        <legend>Where do the requests go?</legend>
        {(['sandbox', 'ringcentral', 'own'] as const).map((kind) => (
          <RadioCard
            key={kind}
            name="server"
            value={kind}
            checked={shown === kind}
            title={titles[kind]}
            onChoose={() => (desk.choosing.value = kind)}
          >
            <span class="pg-note">{notes[kind]}</span>
          </RadioCard>
        ))}
      </fieldset>
      {room && room.sessions.live.value.length > 0 && shown !== now ? (
        <p class="pg-strip pg-strip-warning">
          <Verdict kind="warning" />
          <span>
            This tab holds tokens of {room.host}. If you choose another server, this page deletes
            them without revoking them: press Revoke and forget first.
          </span>
        </p>
      ) : null}
      {shown === 'sandbox' ? <Sandbox desk={desk} /> : null}
      {shown === 'ringcentral' ? <RingCentral desk={desk} playground={playground} /> : null}
      {shown === 'own' ? <Own desk={desk} playground={playground} /> : null}
      {room && (room.isUsed.value || room.revoked.value) ? (
        <Held desk={desk} room={room} playground={playground} />
      ) : null}
    </section>
  );
}
