import type { JSX } from 'preact';
import { flowNameSchema, flowNames, flowTitles, retiredFlows } from '#flows/ids.ts';
import type { FlowName } from '#flows/ids.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Desk } from './model/desk.ts';
import { playgroundLink } from './model/fragment.ts';
import type { Playground } from './model/playground.ts';

function Options({ flows }: { flows: readonly FlowName[] }): JSX.Element {
  return (
    <>
      {flows.map((id) => (
        <option key={id} value={id}>
          {flowTitles[id]}
        </option>
      ))}
    </>
  );
}

/** Chooses the flow. What another flow holds stays with it, and its tokens go along. */
function FlowChoice({ playground, desk }: { playground: Playground; desk: Desk }): JSX.Element {
  return (
    <label class="pg-flow-choice">
      <span class="sr-only">Flow</span>
      <select
        value={playground.flow.id}
        disabled={!playground.ready.value}
        onChange={(event) => {
          const chosen = flowNameSchema.safeParse(event.currentTarget.value);
          if (chosen.success) void desk.choose(chosen.data);
        }}
      >
        <optgroup label="In use">
          <Options flows={flowNames.filter((id) => !retiredFlows.has(id))} />
        </optgroup>
        <optgroup label="Retired at RingCentral">
          <Options flows={flowNames.filter((id) => retiredFlows.has(id))} />
        </optgroup>
      </select>
      <Icon name="chevron" />
    </label>
  );
}

/** Which flow, which server, as which app; and the way back to the start. */
export function Bar({
  playground,
  desk,
  layout,
}: {
  playground: Playground;
  desk: Desk;
  layout: 'inline' | 'full';
}): JSX.Element {
  const { clientId, clientType, settings, isDemo } = playground.app.value;
  // The id of the reader's own app is no name; that of a demo app is one.
  const room = desk.room.value;
  const isChoosing = desk.choosing.value !== undefined;
  const name = isDemo ? undefined : settings?.name;
  return (
    <div class="pg-bar">
      {layout === 'full' ? (
        <>
          <h1 id="_top">Playground</h1>
          <FlowChoice playground={playground} desk={desk} />
        </>
      ) : null}
      <p class="pg-server">
        {room ? null : <span class="pg-server-dot" aria-hidden="true" />}
        <b class={room && 'sv-name'}>{room ? room.host : 'Sandbox'}</b>
        <span class="pg-note" hidden={!clientId}>
          as {name ? <b>{name}</b> : null} <code>{clientId}</code>
          {clientType === 'confidential' && !room ? ', with its secret' : ''}
        </span>
        {layout === 'full' ? (
          <button
            type="button"
            class="pg-quiet"
            aria-expanded={isChoosing}
            onClick={() => (desk.choosing.value = isChoosing ? undefined : 'open')}
          >
            Change server
          </button>
        ) : null}
      </p>
      <div class="pg-buttons">
        <button
          type="button"
          class={layout === 'full' ? 'pg-button' : 'pg-button pg-button-small pg-button-plain'}
          disabled={!playground.ready.value}
          onClick={() => playground.values.startOver()}
        >
          <Icon name="again" />
          Start over
        </button>
        {layout === 'inline' ? (
          <>
            <a
              class="pg-button pg-button-small"
              href={playgroundLink({ flow: playground.flow.id })}
            >
              Open in playground
            </a>
            <a
              class="pg-button pg-button-small"
              href={playgroundLink({ flow: playground.flow.id, server: 'ringcentral' })}
            >
              Run it at RingCentral
            </a>
          </>
        ) : null}
      </div>
    </div>
  );
}
