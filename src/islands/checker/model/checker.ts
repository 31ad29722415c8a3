import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { AppSettings, Audience, FlowId, Portal } from '#app-settings/app.ts';
import { describeSettings } from '#app-settings/describe.ts';
import {
  type Draft,
  draftOf,
  emptyDraft,
  storedFormKey,
  storedFormSchema,
} from '#islands/app-form/draft.ts';
import { writeFragment } from '#islands/app-form/link.ts';
import type { FieldProblems } from '#islands/app-form/problems.ts';
import { type Announcement, createAnnouncer } from '#islands/parts/announcer.ts';
import { createStored } from '#islands/storage/stored.ts';
import { readFragment } from './fragment.ts';
import { type MatrixGroup, matrixOf, type MatrixRow } from './matrix.ts';
import { loaded, type Notice, refusal } from './notice.ts';
import { problemsOf, withoutProblems } from './problems.ts';
import { readings } from './readings.ts';
import { type Counts, countsOf, type Row, rowsOf } from './rows.ts';
import { type Sum, sumOf } from './sum.ts';
import type { Surroundings } from './surroundings.ts';

/** The address follows the form a moment after the last change. */
const settleTime = 300;

/** Which part of a verdict the matrix shows. */
export type Part = 'bySettings' | 'today';

/** The checker without its page: read the signals, call the actions. */
export interface Checker {
  readonly draft: ReadonlySignal<Draft>;
  readonly problems: ReadonlySignal<FieldProblems>;
  /** The settings that verdicts are given for; two where the reader cannot see the page. */
  readonly settings: ReadonlySignal<[AppSettings, ...AppSettings[]]>;
  /** "Private, Mobile (iOS)". */
  readonly description: ReadonlySignal<string>;
  /** Nothing was entered: what the form holds is an app to look at. */
  readonly isExample: ReadonlySignal<boolean>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  /** The rows in words. */
  readonly sum: ReadonlySignal<Sum>;
  readonly counts: ReadonlySignal<Record<Part, Counts>>;
  readonly matrix: ReadonlySignal<readonly MatrixGroup[]>;
  readonly matrixPortal: ReadonlySignal<Portal>;
  readonly matrixRefresh: ReadonlySignal<boolean>;
  readonly matrixPart: ReadonlySignal<Part>;
  /** The flows whose rows are open. */
  readonly opened: ReadonlySignal<ReadonlySet<FlowId>>;
  /** The row that the reader was led to; a new object each time. */
  readonly arrival: ReadonlySignal<{ flow: FlowId } | undefined>;
  readonly notice: ReadonlySignal<Notice | undefined>;
  /** What the last load replaced: "Private, Server/Web"; undefined where nothing can be undone. */
  readonly undoLabel: ReadonlySignal<string | undefined>;
  /** A link to this page with these settings, without the origin. */
  readonly link: ReadonlySignal<string>;
  readonly announcement: ReadonlySignal<Announcement>;

  edit(change: Partial<Draft>): void;
  /** Loads the settings of a change, and says which it was. */
  change(settings: AppSettings, words: string): void;
  loadCell(row: MatrixRow, audience: Audience): void;
  /** Reads a pasted text; answers whether it could. What reads it is loaded with the first one. */
  paste(text: string): Promise<boolean>;
  reset(): void;
  undo(): void;
  dismiss(): void;
  showMatrix(shown: { portal?: Portal; refresh?: boolean; part?: Part }): void;
  toggleRow(flow: FlowId): void;
  /** Opens a row and leads the reader to it. */
  goToRow(flow: FlowId): void;
  say(message: string): void;
  /** Reads the address and what the tab kept; call it once, in the browser, after the first render. */
  start(): void;
  dispose(): void;
}

export function createChecker(surroundings: Surroundings): Checker {
  const stored = createStored(surroundings.session, storedFormKey, storedFormSchema);
  const draft = signal<Draft>(emptyDraft);
  const opened = signal<ReadonlySet<FlowId>>(new Set());
  const arrival = signal<{ flow: FlowId }>();
  const notice = signal<Notice>();
  const { announcement, announce: say } = createAnnouncer();
  const history = signal<{ draft: Draft; label: string }[]>([]);
  const chosen = signal<{ portal?: Portal; refresh?: boolean; part: Part }>({ part: 'bySettings' });
  let written = '';
  let cancel = (): void => undefined;
  let stops: (() => void)[] = [];

  const problems = computed(() => problemsOf(draft.value));
  const settings = computed(() => readings(withoutProblems(draft.value, problems.value)));
  const description = computed(() => describe(draft.value, settings.value));
  const rows = computed(() => rowsOf(settings.value, draft.value.facts));
  const counts = computed(() => ({
    bySettings: countsOf(rows.value, 'bySettings'),
    today: countsOf(rows.value, 'today'),
  }));
  const matrixPortal = computed(() => chosen.value.portal ?? settings.value[0].portal);
  const matrixRefresh = computed(
    () =>
      chosen.value.refresh ??
      (matrixPortal.value === 'classic'
        ? draft.value.classicRefresh
        : draft.value.issueRefreshTokens),
  );

  /** Replaces the whole form, and keeps what stood there for Undo. */
  const replace = (next: Draft, told: Notice): void =>
    batch(() => {
      history.value = [...history.value, { draft: draft.value, label: description.value }];
      draft.value = next;
      // What is loaded decides which matrix lights its row.
      chosen.value = { part: chosen.value.part };
      notice.value = told;
      say([told.title, ...told.lines].join(' '));
    });

  const tell = (told: Notice): void => {
    notice.value = told;
    say([told.title, ...told.lines].join(' '));
  };

  const goToRow = (flow: FlowId): void =>
    batch(() => {
      opened.value = new Set([...opened.value, flow]);
      arrival.value = { flow };
    });

  const readAddress = (): void => {
    const fragment = surroundings.fragment();
    const read = readFragment(fragment);
    if (read.kind === 'none') return;
    if (read.kind === 'refused') {
      tell(refusal('top', 'This page cannot read the settings in this link.', read.reasons));
      return;
    }
    written = fragment.replace(/^#/, '');
    // Where the form is as it begins, Undo would bring nothing back, and there is nothing to tell.
    if (draft.value === emptyDraft && read.left.length === 0) {
      draft.value = read.draft;
    } else {
      const title =
        read.left.length > 0
          ? 'Settings read from the link, except what is named here.'
          : 'Settings read from the link.';
      replace(read.draft, loaded('top', title, read.left, read.left.length === 0));
    }
    if (read.open) goToRow(read.open);
  };

  /** Where nothing can be stored, the form lives as long as the page, and the address carries it. */
  const store = (): void =>
    void stored.write({ version: 1, draft: draft.peek(), fragment: written });

  /** The address carries what a link can: a form with a problem in it waits. */
  const settle = (): void => {
    if (problems.peek().count > 0) return;
    written = writeFragment(draft.peek());
    if (surroundings.fragment() !== `#${written}`) surroundings.replaceFragment(written);
    store();
  };

  return {
    draft,
    problems,
    settings,
    description,
    isExample: computed(() => draft.value === emptyDraft),
    rows,
    sum: computed(() => sumOf(rows.value)),
    counts,
    matrix: computed(() => matrixOf(matrixPortal.value, matrixRefresh.value)),
    matrixPortal,
    matrixRefresh,
    matrixPart: computed(() => chosen.value.part),
    opened,
    arrival,
    notice,
    undoLabel: computed(() => history.value.at(-1)?.label),
    link: computed(() => `/checker/#${writeFragment(draft.value)}`),
    announcement,

    edit: (change) =>
      batch(() => {
        const before = countsInWords(counts.value.today);
        draft.value = { ...draft.value, ...change };
        if (notice.value?.kind === 'refused') notice.value = undefined;
        const after = countsInWords(counts.value.today);
        if (after !== before) say(`At RingCentral today: ${after}.`);
      }),
    change: (settings, words) => replace(draftOf(settings, draft.value), loaded('verdicts', words)),
    loadCell: (row, audience) => {
      const before = draft.value;
      const cell = row.settings[audience];
      const typed = before.redirectUris.some((uri) => uri !== '');
      const next = draftOf(
        {
          ...cell,
          name: before.name,
          scopes: before.scopes,
          redirectUris: typed ? before.redirectUris : cell.redirectUris,
        },
        before,
      );
      const stays = 'The name, scopes, redirect URIs and account facts of the form stay.';
      replace(next, loaded('matrix', `Loaded: ${describeSettings(cell)}.`, [stays]));
    },
    paste: async (text) => {
      const reader = await import('./import-text.ts').catch(() => undefined);
      if (!reader) {
        const title =
          'The part of this page that reads settings did not load. The form is unchanged.';
        tell(refusal('transfer', title, ['Load this page again, then try once more.']));
        return false;
      }
      const imported = reader.importText(text, draft.value);
      if (imported.kind === 'refused') {
        const title = 'It has no settings that this page can read. The form is unchanged.';
        tell(refusal('transfer', title, imported.reasons));
        return false;
      }
      const title = `Settings read from ${imported.what}.`;
      replace(imported.draft, loaded('transfer', title, imported.notes, imported.isWhole));
      return true;
    },
    reset: () => replace(emptyDraft, loaded('top', 'The form is as it was at the start.')),
    undo: () => {
      const last = history.value.at(-1);
      if (!last) return;
      batch(() => {
        history.value = history.value.slice(0, -1);
        draft.value = last.draft;
        chosen.value = { part: chosen.value.part };
        notice.value = undefined;
        say(`Undone: ${last.label} again.`);
      });
    },
    dismiss: () => {
      notice.value = undefined;
    },
    showMatrix: (shown) => {
      chosen.value = { ...chosen.value, ...shown };
    },
    toggleRow: (flow) => {
      const next = new Set(opened.value);
      if (!next.delete(flow)) next.add(flow);
      opened.value = next;
    },
    goToRow,
    say,
    start: () => {
      const before = stored.read();
      if (before.kind === 'value') {
        draft.value = before.value.draft;
        written = before.value.fragment;
      }
      // The tab knows more than its own link: a field may hold what no link carries.
      if (before.kind !== 'value' || surroundings.fragment() !== `#${written}`) readAddress();
      if (before.kind === 'unreadable' && notice.value === undefined) {
        tell(refusal('top', 'This page cannot read what this tab kept. The form starts over.', []));
      }
      let first = true;
      stops = [
        surroundings.onFragment(() => {
          if (surroundings.fragment() !== `#${written}`) readAddress();
        }),
        effect(() => {
          void draft.value;
          // Opening the page is no change of the form.
          if (first) {
            first = false;
            return;
          }
          store();
          cancel();
          cancel = surroundings.after(settleTime, settle);
        }),
      ];
    },
    dispose: () => {
      cancel();
      for (const stop of stops) stop();
      stops = [];
    },
  };
}

function countsInWords({ allowed, refused, ...others }: Counts): string {
  const warned = others.warning + others.disputed + others['not known'];
  return `${allowed} allowed, ${warned} with a warning, ${refused} refused`;
}

function describe({ page }: Draft, [first]: readonly [AppSettings, ...AppSettings[]]): string {
  return page === 'unknown'
    ? `${describeSettings(first)}, or as the other page has it`
    : describeSettings(first);
}
