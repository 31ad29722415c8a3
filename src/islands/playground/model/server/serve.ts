import type { Signal } from '@preact/signals';
import type { Desk } from '../desk.ts';
import type { PlaygroundLink } from '../fragment.ts';
import type { Playground } from '../playground.ts';
import type { Surroundings } from '../surroundings.ts';
import { createChoiceStore } from './choice.ts';
import type { ServerChoice } from './choice.ts';
import { createRoom } from './room.ts';
import type { Room } from './room.ts';

/** What the desk lets a choice of server change. */
export interface RoomParts {
  surroundings: Surroundings;
  room: Signal<Room | undefined>;
  choosing: Desk['choosing'];
  /** Begins the open flow anew. */
  open(): void;
}

const ringCentral: ServerChoice = {
  kind: 'ringcentral',
  origin: 'https://platform.ringcentral.com',
};

/** What this page's own policy lets it connect to was written when it was loaded. */
let loadedWith: ServerChoice | undefined;

/**
 * Takes a server in the place of the one before, and forgets what belonged to that. A server whose
 * origin this page may not connect to takes a reload, before anything is entered.
 */
export function serve(
  { surroundings, room, choosing, open }: RoomParts,
  choice: ServerChoice | undefined,
  playground: Playground,
): void {
  const store = createChoiceStore(surroundings.session);
  room.peek()?.forget();
  room.peek()?.dispose();
  if (!room.peek()) playground.values.forgetAll();
  if (!choice) {
    store.forget();
    room.value = undefined;
    return open();
  }
  store.write(choice);
  const next = createRoom(surroundings, choice, loadedWith);
  room.value = next;
  choosing.value = choice.kind;
  if (next.needsReload.peek()) return surroundings.reload();
  open();
}

/**
 * Takes up the server that this tab has chosen, or that a link asks for, when the page begins.
 *
 * @param asked by the link
 */
export async function resume(
  { surroundings, room, choosing }: RoomParts,
  asked: PlaygroundLink['server'],
): Promise<void> {
  const store = createChoiceStore(surroundings.session);
  const kept = store.read();
  loadedWith = kept;
  if (asked === 'sandbox' || (!kept && asked !== 'ringcentral')) store.forget();
  const isAnother = asked !== undefined && asked !== kept?.kind;
  const choice = !isAnother ? kept : asked === 'ringcentral' ? ringCentral : undefined;
  if (isAnother && choice) store.write(choice);
  if (!choice) return;
  const next = createRoom(surroundings, choice, loadedWith);
  room.value = next;
  // Its app is to be named, or its metadata to be read: the press that chose it has asked for that.
  if (!next.isUsed.peek()) choosing.value = choice.kind;
  if (choice.kind === 'own' && choice.reading === 'wanted' && !next.needsReload.peek()) {
    void next.facts.read();
  }
}
