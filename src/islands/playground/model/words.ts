import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { createAnnouncer } from '#islands/parts/announcer.ts';
import type { Announcer } from '#islands/parts/announcer.ts';
import type { Notice } from './types.ts';

/** What the page says to its reader: in place, and to a screen reader. */
export interface Words extends Announcer {
  readonly notices: ReadonlySignal<readonly Notice[]>;
  notify(notice: Notice): void;
  dismiss(kind: Notice['kind']): void;
}

export function createWords(): Words {
  const notices = signal<readonly Notice[]>([]);
  const without = (kind: Notice['kind']) => notices.peek().filter((one) => one.kind !== kind);
  return {
    ...createAnnouncer(),
    notices,
    notify: (notice) => {
      notices.value = [...without(notice.kind), notice];
    },
    dismiss: (kind) => {
      if (notices.peek().some((one) => one.kind === kind)) notices.value = without(kind);
    },
  };
}
