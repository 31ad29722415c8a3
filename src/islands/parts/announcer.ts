import { type ReadonlySignal, signal } from '@preact/signals';

/** One polite message for a screen reader; `id` grows, so that the same words can be said twice. */
export interface Announcement {
  id: number;
  text: string;
}

export interface Announcer {
  /** The newest message; its text is empty while nothing was said. */
  readonly announcement: ReadonlySignal<Announcement>;
  announce(text: string): void;
}

/** Holds what the live region of an island says; `Spoken` is that region. */
export function createAnnouncer(): Announcer {
  const announcement = signal<Announcement>({ id: 0, text: '' });
  return {
    announcement,
    announce: (text) => {
      // Peeked: an effect that speaks must not wake itself.
      announcement.value = { id: announcement.peek().id + 1, text };
    },
  };
}
