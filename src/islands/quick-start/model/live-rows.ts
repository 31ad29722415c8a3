import { computed, type ReadonlySignal, signal, type Signal } from '@preact/signals';
import type { LanguageId } from '#flows/language-names.ts';
import type { LogRow } from '#islands/sandbox-events/live-log.ts';
import type { RequestList } from '#islands/sandbox-events/request-list.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { isPageOfForm } from '#protocol/exchange-parts.ts';
import type { DoneAct } from './acts.ts';
import type { Explain } from './surroundings.ts';
import type { ToldExchange } from './told.ts';

/** A row of the live panel: a request with its remarks, or a place where some are missing. */
export type LiveRow =
  | ({ kind: 'exchange' } & ToldExchange)
  /**
   * From before the page was opened, or of a program in another language: nothing is held against it.
   */
  | { kind: 'past'; exchange: Exchange; by?: readonly LanguageId[] }
  | { kind: 'gap'; id: string };

/** Requests of programs in other languages, which are left out of the list and of the sum. */
export interface OtherPrograms {
  count: number;
  /** One entry a program; more than one language where the request does not tell which. */
  languages: readonly (readonly LanguageId[])[];
  shown: boolean;
}

const noOthers: ReadonlyMap<Exchange, readonly LanguageId[]> = new Map();

export interface LiveRows {
  /** What the program did since the page was opened, or the list cleared; no other program's. */
  readonly exchanges: ReadonlySignal<readonly Exchange[]>;
  /** The sandbox's number of the newest of them. */
  readonly newest: ReadonlySignal<string | undefined>;
  readonly rows: ReadonlySignal<readonly LiveRow[]>;
  /** What is drawn: the newest of them, and what else the reader wanted. */
  readonly drawn: ReadonlySignal<readonly LiveRow[]>;
  readonly others: ReadonlySignal<OtherPrograms>;
  readonly othersShown: Signal<boolean>;
}

/** Makes rows of what a list has: whose they are, and how each is told. */
export function createLiveRows({
  list,
  explain,
  watch,
  acts,
  language,
}: {
  list: Pick<RequestList, 'rows' | 'drawn'>;
  /** Undefined until it is here: the bare requests stand until then. */
  explain: ReadonlySignal<Explain | undefined>;
  watch: ReadonlySignal<ReturnType<Explain['createWatch']> | undefined>;
  acts: ReadonlySignal<readonly DoneAct[]>;
  /** The page's; undefined where requests are not told apart by language. */
  language: ReadonlySignal<LanguageId | undefined>;
}): LiveRows {
  const othersShown = signal(false);
  /** What the program did; the page between its user's sign-in and consent is no step of it. */
  const steps = (of: readonly LogRow[]): readonly LogRow[] =>
    of.filter((row) => row.kind === 'gap' || !isPageOfForm(row.exchange));
  const everything = computed(() => steps(list.rows.value));
  const ofOthers = computed(
    () =>
      explain.value?.ofOtherPrograms(
        everything.value.flatMap((row) => (row.kind === 'exchange' ? [row.exchange] : [])),
        language.value,
      ) ?? noOthers,
  );
  const listed = computed(() =>
    everything.value.filter((row) => row.kind === 'gap' || !ofOthers.value.has(row.exchange)),
  );
  const listedDrawn = computed(() => steps(list.drawn.value));
  const exchanges = computed<readonly Exchange[]>(() =>
    listed.value.flatMap((row) => (row.kind === 'exchange' ? [row.exchange] : [])),
  );
  const tellings = new WeakMap<Exchange, Map<string, LiveRow>>();
  const past = new WeakMap<Exchange, LiveRow>();
  /** The same row for the same telling, so that what did not change is not drawn again. */
  function rowOf(told: ToldExchange, telling = ''): LiveRow {
    const known = tellings.get(told.exchange) ?? new Map<string, LiveRow>();
    tellings.set(told.exchange, known);
    const row = known.get(telling) ?? { kind: 'exchange', ...told };
    known.set(telling, row);
    return row;
  }
  function pastRowOf(exchange: Exchange): LiveRow {
    const by = ofOthers.value.get(exchange);
    const row = past.get(exchange) ?? { kind: 'past', exchange, ...(by && { by }) };
    past.set(exchange, row);
    return row;
  }
  const rows = computed<readonly LiveRow[]>(() => {
    const found = watch.value?.(exchanges.value) ?? [];
    const numbers = listed.value.flatMap((row) => (row.kind === 'exchange' ? [row.event] : []));
    const told = explain.value?.tell(
      found.map((one, at) => ({ ...one, event: numbers[at] ?? '0' })),
      acts.value,
    );
    let at = 0;
    return listed.value.map((row): LiveRow => {
      if (row.kind === 'gap') return row;
      const one = told?.[at++];
      return one
        ? rowOf(one, explain.value?.tellingOf(one))
        : rowOf({ exchange: row.exchange, findings: [] });
    });
  });
  const drawn = computed<readonly LiveRow[]>(() => {
    const mine = new Map(
      rows.value.flatMap((row) => (row.kind === 'exchange' ? [[row.exchange, row]] : [])),
    );
    const before = Math.max(0, listedDrawn.value.length - everything.value.length);
    return listedDrawn.value.flatMap((row, at): LiveRow[] => {
      if (row.kind === 'gap') return [row];
      if (at < before) return [pastRowOf(row.exchange)];
      if (ofOthers.value.has(row.exchange)) {
        return othersShown.value ? [pastRowOf(row.exchange)] : [];
      }
      const own = mine.get(row.exchange);
      return own ? [own] : [];
    });
  });
  const others = computed<OtherPrograms>(() => {
    const languages = new Map([...ofOthers.value.values()].map((by) => [by.join(), by]));
    return {
      count: ofOthers.value.size,
      languages: [...languages.values()],
      shown: othersShown.value,
    };
  });

  const newest = computed(() => {
    const last = listed.value.findLast((row) => row.kind === 'exchange');
    return last?.event;
  });

  return { exchanges, newest, rows, drawn, others, othersShown };
}
