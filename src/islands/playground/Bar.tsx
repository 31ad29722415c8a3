import type { JSX } from 'preact';
import type { Playground } from './model/types.ts';
import { Icon } from '#islands/parts/Icon.tsx';

/** Which server answers, as which app; and the way back to the start. */
export function Bar({
  playground,
  layout,
}: {
  playground: Playground;
  layout: 'inline' | 'full';
}): JSX.Element {
  return (
    <div class="pg-bar">
      {layout === 'full' ? (
        <>
          <h1 id="_top">Playground</h1>
          <p class="pg-flow-name">{playground.flow.title}</p>
        </>
      ) : null}
      <p class="pg-server">
        <span class="pg-server-dot" aria-hidden="true" />
        <b>Sandbox</b>
        <span class="pg-note">
          as <code>{playground.app.value.clientId}</code>
        </span>
      </p>
      <div class="pg-buttons">
        <button
          type="button"
          class={layout === 'full' ? 'pg-button' : 'pg-button pg-button-small pg-button-plain'}
          disabled={!playground.ready.value}
          onClick={() => playground.startOver()}
        >
          <Icon name="again" />
          Start over
        </button>
        {layout === 'inline' ? (
          <a class="pg-button pg-button-small" href="/playground/">
            Open in playground
          </a>
        ) : null}
      </div>
    </div>
  );
}
