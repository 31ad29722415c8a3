import type { Actor } from '#protocol/actors.ts';
import type { JSX } from 'preact';
import { useActorNames } from './actor-names.ts';
import { ActorIcon } from './ActorIcon.tsx';

/**
 * Who sends to whom, as a wire from one colour to the other. Without colour the
 * order, the names and the arrowhead still tell; `bare` hides the names from sight only.
 */
export function Hop({
  from,
  to,
  bare = false,
}: {
  from: Actor;
  to: Actor;
  bare?: boolean;
}): JSX.Element {
  const actorNames = useActorNames();
  const name = bare ? 'sr-only' : 'pg-hop-name';
  return (
    <span class={bare ? 'pg-hop pg-hop-bare' : 'pg-hop'} data-from={from} data-to={to}>
      <ActorIcon actor={from} size={bare ? 'tiny' : 'small'} />
      <span class={`${name} pg-hop-from`}>{actorNames[from]}</span>
      <span class="sr-only"> to </span>
      <span class="pg-wire" aria-hidden="true" />
      <ActorIcon actor={to} size={bare ? 'tiny' : 'small'} />
      <span class={`${name} pg-hop-to`}>{actorNames[to]}</span>
    </span>
  );
}
