import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { actorNames, type Actor } from '#protocol/actors.ts';

/** Names that differ where an island stands: with a secret, `app` is "Your server". */
export const ActorNames = createContext<Partial<Record<Actor, string>>>({});

/** What the reader calls each actor here. */
export function useActorNames(): Record<Actor, string> {
  return { ...actorNames, ...useContext(ActorNames) };
}
