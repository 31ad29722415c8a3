import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/** One request that left this tab for a real server. */
export interface Left {
  at: number;
  method: string;
  /** Scheme and authority. */
  origin: string;
  /** Without query: that may carry a code. */
  path: string;
  /** `window`: a browser window went there; `probe`: whether anybody answers there, after a failure. */
  how: 'page' | 'window' | 'probe';
}

/** What left this tab, and how many token requests of that the last minute had. */
export interface Ledger {
  readonly left: ReadonlySignal<readonly Left[]>;
  note(entry: Left): void;
  /** @param now milliseconds since the epoch */
  tokenRequests(now: number): number;
  clear(): void;
}

/** As many as a reader looks through. */
const most = 200;

/** A token endpoint's, in the last minute. */
const minute = 60_000;

/** @param isToken whether an address is the token endpoint's */
export function createLedger(isToken: (url: string) => boolean): Ledger {
  const left = signal<readonly Left[]>([]);
  const tokens = computed(() =>
    left.value.filter(({ origin, path, method }) => method === 'POST' && isToken(origin + path)),
  );
  return {
    left,
    note: (entry) => {
      left.value = [...left.value, entry].slice(-most);
    },
    tokenRequests: (now) => tokens.value.filter(({ at }) => at > now - minute).length,
    clear: () => {
      left.value = [];
    },
  };
}
