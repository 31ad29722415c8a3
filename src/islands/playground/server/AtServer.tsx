import type { JSX } from 'preact';
import type { Desk } from '../model/desk.ts';
import type { Playground } from '../model/playground.ts';
import { Ask } from './Ask.tsx';
import { Terminal } from './Terminal.tsx';
import { PasteAddress } from './PasteAddress.tsx';

export interface AtServerProps {
  desk: Desk;
  playground: Playground;
}

/** What the open step has at a real server besides: what it asks for, and the way by a terminal. */
export function AtServer({ desk, playground }: AtServerProps): JSX.Element | null {
  const room = desk.room.value;
  if (!room) return null;
  return (
    <div class="sv-step">
      <Ask room={room} playground={playground} />
      <PasteAddress room={room} playground={playground} />
      <Terminal room={room} playground={playground} />
    </div>
  );
}
