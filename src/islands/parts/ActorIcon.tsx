import type { Actor } from '#protocol/actors.ts';
import type { JSX } from 'preact';
import { useActorNames } from './actor-names.ts';
import { Icon, type IconName } from './Icon.tsx';

const icons: Record<Actor, IconName> = {
  browser: 'globe',
  app: 'code',
  'authorization-server': 'shield',
  api: 'handset',
};

/** An actor's tile in its own colour; the name stands beside it or is told by the caller. */
export function ActorIcon({
  actor,
  size = 'small',
}: {
  actor: Actor;
  size?: 'tiny' | 'small' | 'large';
}): JSX.Element {
  return (
    <span class={`pg-actor-icon pg-actor-icon-${size}`} data-actor={actor} aria-hidden="true">
      <Icon name={icons[actor]} size={size === 'large' ? 16 : size === 'small' ? 14 : 11} />
    </span>
  );
}

/** An actor's tile with its name. */
export function ActorName({ actor }: { actor: Actor }): JSX.Element {
  const actorNames = useActorNames();
  return (
    <span class="pg-actor-name" data-actor={actor}>
      <ActorIcon actor={actor} />
      <span>{actorNames[actor]}</span>
    </span>
  );
}
