import { signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import { readMetadata } from '#flows/servers/metadata.ts';
import type { MetadataReading } from '#flows/servers/metadata.ts';
import type { OwnServer, ServerChoice } from './choice.ts';
import { readDocument } from './read-document.ts';
import type { DocumentReading } from './read-document.ts';

/** How reading a server's metadata stands. */
export type FactsState =
  | { kind: 'idle' }
  | { kind: 'reading'; url: string; since: number }
  | { kind: 'read'; lacks: readonly string[] }
  | {
      kind: 'failed';
      url: string;
      why: Exclude<DocumentReading, { kind: 'text' }> | Exclude<MetadataReading, { kind: 'facts' }>;
    };

/** What a server of the reader's own says about itself. */
export interface FactsReader {
  readonly state: ReadonlySignal<FactsState>;
  /** Asks the server. Call it on a press alone. */
  read(): Promise<void>;
  cancel(): void;
  /** Takes the document as the reader pasted it. @returns whether it is one */
  take(text: string): boolean;
  /** Goes on with RingCentral's paths at the server's address. */
  useUsualPaths(): void;
}

/** @param write keeps what was read in the choice */
export function createFactsReader({
  choice,
  fetch,
  write,
}: {
  choice: Signal<ServerChoice>;
  fetch: (request: Request) => Promise<Response>;
  write(choice: OwnServer): void;
}): FactsReader {
  const own = (): OwnServer | undefined => {
    const value = choice.peek();
    return value.kind === 'own' ? value : undefined;
  };
  const before = own();
  const state = signal<FactsState>(
    before?.reading === 'read' ? { kind: 'read', lacks: before.lacks ?? [] } : { kind: 'idle' },
  );
  let trip: AbortController | undefined;

  const takeText = (text: string, url: string, server: OwnServer): boolean => {
    const reading = readMetadata(text, server.issuer);
    if (reading.kind !== 'facts') {
      state.value = { kind: 'failed', url, why: reading };
      return false;
    }
    const { facts, lacks } = reading;
    write({ ...server, reading: 'read', facts, lacks });
    state.value = { kind: 'read', lacks };
    return true;
  };

  return {
    state,
    read: async () => {
      const server = own();
      if (!server) return;
      trip?.abort();
      const mine = new AbortController();
      trip = mine;
      // A reload asks nothing by itself.
      write({ ...server, reading: 'unread' });
      for (const url of server.metadata) {
        state.value = { kind: 'reading', url, since: Date.now() };
        const found = await readDocument(url, fetch, mine.signal);
        if (trip !== mine) return;
        if (found.kind === 'text') return void takeText(found.text, url, server);
        const isLast = url === server.metadata.at(-1);
        // Only where this place has none is the other one asked.
        if (found.kind !== 'status' || isLast) {
          state.value = { kind: 'failed', url, why: found };
          return;
        }
      }
    },
    cancel: () => trip?.abort(),
    take: (text) => {
      const server = own();
      return server ? takeText(text, server.metadata[0] ?? server.issuer, server) : false;
    },
    useUsualPaths: () => {
      const server = own();
      if (!server) return;
      trip?.abort();
      write({ ...server, reading: 'usual', facts: undefined, lacks: undefined });
      state.value = { kind: 'read', lacks: [] };
    },
  };
}
