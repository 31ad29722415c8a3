import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { AppSettings } from '#app-settings/app.ts';
import type { Shown } from '#diagnosis/hide/shown.ts';
import { replyTo } from '#diagnosis/reply/reply.ts';
import { verdictOf } from '#diagnosis/reply/verdict.ts';
import type { Voice } from '#diagnosis/reply/voices.ts';
import type { ReportForm } from '#diagnosis/report/report.ts';
import { type Announcement, createAnnouncer } from '#islands/parts/announcer.ts';
import type { Proven } from '../jobs/jobs.ts';
import type { AskLink } from './ask-link.ts';
import { readFragment } from './fragment.ts';
import {
  badLink,
  failure,
  noLongerKept,
  onDemand,
  type Notice,
  pasteHere,
  picture,
  sandboxSilent,
} from './notice.ts';
import type { Phase } from './phase.ts';
import type { Outcome, Pasted } from './reader.ts';
import type { Surroundings } from './surroundings.ts';
import { hiddenInWords, spokenVerdict } from './words.ts';

/** What is typed is read, and masked, after so many milliseconds without a key. */
export const pause = 600;
/** How long a button says that it copied. */
const copiedFor = 2000;

/** What stands behind the verdict. */
export type Behind = 'proof' | 'report';

/** The diagnoser without its page: read the signals, call the actions. */
export interface Diagnoser {
  readonly phase: ReadonlySignal<Phase>;
  readonly shown: ReadonlySignal<Shown | undefined>;
  readonly notice: ReadonlySignal<Notice | undefined>;
  /** What stands in the box: what was typed, with secrets masked once it was read. */
  readonly typed: ReadonlySignal<string>;
  /** The box stands open: nothing is shown yet, or it is being typed in. */
  readonly isTyping: ReadonlySignal<boolean>;
  /** The next paste belongs to what is shown. */
  readonly isAdding: ReadonlySignal<boolean>;
  readonly settings: ReadonlySignal<AppSettings | undefined>;
  /** The finding that is lit, counted from 1, in text and answer. */
  readonly lit: ReadonlySignal<number | undefined>;
  readonly showsPeople: ReadonlySignal<boolean>;
  readonly voice: ReadonlySignal<Voice>;
  readonly reply: ReadonlySignal<string>;
  /** What was copied last, for two seconds. */
  readonly copied: ReadonlySignal<string | undefined>;
  /** The page stands at a customer's. */
  readonly ask: ReadonlySignal<AskLink | undefined>;
  /** What was opened behind the verdict. */
  readonly behind: ReadonlySignal<Behind | undefined>;
  /** The case did not fit into a link: the report is offered instead. */
  readonly linkIsTooLong: ReadonlySignal<boolean>;
  readonly announcement: ReadonlySignal<Announcement>;
  /** The focus belongs into the box, as soon as it is there. */
  readonly toBox: ReadonlySignal<boolean>;
  hasFocused(): void;

  paste(pasted: Pasted): Promise<void>;
  type(text: string): void;
  /** Reads what was typed now. */
  typedIsDone(): Promise<void>;
  meetPicture(): void;
  addMore(isAdding: boolean): void;
  cancel(): void;
  /** Forgets everything: the next ticket. */
  forget(): void;
  useSettings(settings: AppSettings | undefined): Promise<void>;
  light(finding: number | undefined): void;
  togglePeople(): void;
  speakTo(voice: Voice): void;
  editReply(text: string): void;
  /** @param name what is copied, as a sentence's object: "the reply" */
  copy(text: string, name: string): Promise<boolean>;
  copyReply(): Promise<void>;
  /** At a customer's: what was asked, answered, and what was pasted, masked, onto the clipboard. */
  copyAnswers(answers: readonly string[]): Promise<void>;
  showBehind(what: Behind | undefined): void;
  /** A link that opens the same case, masked; too long a one becomes a report. */
  copyCaseLink(): Promise<void>;
  /** The address that sends the case's requests again in the playground; undefined where there is none, which is said. */
  replayLink(): Promise<string | undefined>;
  report(as: ReportForm): Promise<string>;
  /** The masked case with the cause that was right. */
  copyCorpusCase(cause: string): Promise<void>;
  prove(): Promise<Proven>;
  dismiss(): void;
  say(message: string): void;
  /** Opens what the address names; call it once, in the browser, after the first render. */
  start(): Promise<void>;
  dispose(): void;
}

export function createDiagnoser(surroundings: Surroundings): Diagnoser {
  const { reader } = surroundings;
  const phase = signal<Phase>({ kind: 'empty' });
  const notice = signal<Notice>();
  const typed = signal('');
  const isTyping = signal(true);
  const isAdding = signal(false);
  const settings = signal<AppSettings>();
  const lit = signal<number>();
  const showsPeople = signal(false);
  const voice = signal<Voice>('developer');
  const edits = signal<Partial<Record<Voice, string>>>({});
  const copied = signal<string>();
  const ask = signal<AskLink>();
  const behind = signal<Behind>();
  const linkIsTooLong = signal(false);
  /** It came by a link, so that the reader has nothing of it. */
  let isLinked = false;
  const toBox = signal(false);
  const { announcement, announce: say } = createAnnouncer();
  let cancelPause = (): void => undefined;
  let cancelCopied = (): void => undefined;
  let stop = (): void => undefined;

  const shown = computed(() => (phase.value.kind === 'shown' ? phase.value.shown : undefined));
  const reply = computed(
    () => edits.value[voice.value] ?? (shown.value ? replyTo(shown.value, voice.value) : ''),
  );

  const tell = (told: Notice): void =>
    batch(() => {
      notice.value = told;
      say(`${told.title}. ${told.text}`);
    });

  /** Of what is read or opened the latest counts; what was begun before it comes to nothing. */
  let turn = 0;
  const begin = (): (() => boolean) => {
    const own = (turn += 1);
    return () => own !== turn;
  };

  const forgetCase = (): void =>
    batch(() => {
      begin();
      cancelPause();
      reader.forget();
      phase.value = { kind: 'empty' };
      notice.value = undefined;
      typed.value = '';
      isTyping.value = true;
      isAdding.value = false;
      settings.value = undefined;
      lit.value = undefined;
      showsPeople.value = false;
      edits.value = {};
      copied.value = undefined;
      behind.value = undefined;
      linkIsTooLong.value = false;
      isLinked = false;
    });

  /** What came of reading; `otherwise` is what stands there where nothing did. */
  const take = (outcome: Outcome, otherwise: Phase, isTyped: boolean): void =>
    batch(() => {
      if (outcome.kind === 'failed') {
        if (outcome.reason === 'cancelled') return;
        phase.value = otherwise;
        // An empty box is no mistake of anybody's.
        if (isTyped && outcome.reason === 'empty') forgetCase();
        else tell(failure(outcome.reason, outcome.message));
        return;
      }
      phase.value = { kind: 'shown', shown: outcome.shown };
      isLinked = false;
      notice.value = undefined;
      edits.value = {};
      lit.value = undefined;
      // At a customer's the box stays open, for the answers to what was asked.
      if (ask.peek()) isTyping.value = true;
      if (ask.peek() || (isTyped && outcome.shown.removed.length > 0)) {
        typed.value = outcome.shown.text;
      }
      say(spokenVerdict(outcome.shown));
    });

  /** @param isKnown the settings are those of what is read: it is more of the same, or they came with it */
  const read = async (pasted: Pasted, isKnown = false): Promise<void> => {
    cancelPause();
    const isOver = begin();
    batch(() => {
      isTyping.value = false;
      isAdding.value = false;
      typed.value = '';
      showsPeople.value = false;
      if ('file' in pasted) phase.value = { kind: 'reading', part: undefined };
      // Another ticket: what was said of the last app does not hold for it.
      if (!isKnown) settings.value = undefined;
    });
    const outcome = await reader.read(pasted, settings.peek(), (part) => {
      if (phase.peek().kind === 'reading') phase.value = { kind: 'reading', part };
    });
    if (isOver()) return;
    take(outcome, { kind: 'empty' }, false);
    if (phase.peek().kind === 'empty') isTyping.value = true;
  };

  const readTyped = async (): Promise<void> => {
    cancelPause();
    const text = typed.peek();
    if (text.trim() === '') return phase.peek().kind === 'empty' ? undefined : forgetCase();
    const outcome = await reader.read({ text }, settings.peek());
    // What was typed meanwhile is read at its own pause.
    if (typed.peek() === text) take(outcome, phase.peek(), true);
  };

  const paste = (pasted: Pasted): Promise<void> => {
    surroundings.clearFragment();
    const before = shown.peek();
    return isAdding.peek() && before && 'text' in pasted
      ? read({ text: `${before.text}\n\n${pasted.text}` }, true)
      : read(pasted);
  };

  /** Where the sandbox runs in the tab, it is there before a worker asks it. */
  const sandboxIsThere = (): Promise<unknown> =>
    surroundings.askSandbox('/sandbox/host.json').catch(() => undefined);

  const openEvent = async (id: string): Promise<void> => {
    const isOver = begin();
    phase.value = { kind: 'reading', part: undefined };
    await sandboxIsThere();
    const { origin } = surroundings;
    const found = await surroundings.doJob('open event', { id, origin }).catch(() => undefined);
    if (isOver()) return;
    if (found?.kind === 'found') {
      settings.value = found.settings;
      await read({ text: found.text }, true);
      if (found.fault !== undefined) tell(onDemand(found.fault));
      return;
    }
    batch(() => {
      phase.value = { kind: 'empty' };
      isTyping.value = true;
      tell(found?.kind === 'gone' ? noLongerKept : sandboxSilent);
    });
  };

  const openCase = async (fragment: string): Promise<void> => {
    const isOver = begin();
    const read = await surroundings.doJob('read link', { fragment }).catch(() => undefined);
    if (isOver()) return;
    batch(() => {
      if (read?.kind !== 'read')
        return tell(badLink(read?.reason ?? 'The part that reads it did not load.'));
      phase.value = { kind: 'shown', shown: read.shown };
      isTyping.value = false;
      settings.value = read.settings;
      isLinked = true;
      say(`A case by a link. ${spokenVerdict(read.shown)}`);
    });
  };

  /** What a job is given: the case as it is shown. */
  const theCase = (): { shown: Shown; settings: AppSettings | undefined } => {
    const { value } = shown;
    if (!value) throw new Error('Nothing is shown.');
    return { shown: value, settings: settings.peek() };
  };

  const readAddress = async (): Promise<void> => {
    const wanted = readFragment(surroundings.fragment());
    if (wanted.kind === 'none') return;
    forgetCase();
    ask.value = wanted.kind === 'ask' ? wanted.ask : undefined;
    switch (wanted.kind) {
      case 'code':
        return read({ text: wanted.code });
      case 'event':
        return openEvent(wanted.id);
      case 'case':
        return openCase(wanted.fragment);
      case 'paste':
        return tell(pasteHere);
      case 'unreadable':
        return tell(badLink(wanted.why));
      default:
    }
  };

  const copy = async (text: string, name: string): Promise<boolean> => {
    const isDone = await surroundings.copy(text);
    if (!isDone) {
      say(`The browser did not allow copying ${name}. Select it and copy by hand.`);
      return false;
    }
    cancelCopied();
    copied.value = name;
    cancelCopied = surroundings.after(copiedFor, () => (copied.value = undefined));
    say(`Copied ${name}.`);
    return true;
  };

  return {
    phase,
    shown,
    notice,
    typed,
    isTyping,
    isAdding,
    settings,
    lit,
    showsPeople,
    voice,
    reply,
    copied,
    ask,
    announcement,
    toBox,
    hasFocused: () => {
      toBox.value = false;
    },

    paste,
    type: (text) => {
      typed.value = text;
      cancelPause();
      cancelPause = surroundings.after(pause, () => void readTyped());
    },
    typedIsDone: async () => {
      if (typed.peek().trim() === '') return;
      await readTyped();
      if (shown.peek()) isTyping.value = false;
    },
    meetPicture: () => tell(picture),
    addMore: (isOn) =>
      batch(() => {
        isAdding.value = isOn;
        if (isOn) say('The next paste is added to this ticket.');
      }),
    cancel: () =>
      batch(() => {
        forgetCase();
        toBox.value = true;
        say('Cancelled. This page kept nothing.');
      }),
    forget: () =>
      batch(() => {
        forgetCase();
        reader.warm();
        surroundings.clearFragment();
        toBox.value = true;
        say('Deleted. The box is ready for the next ticket.');
      }),
    useSettings: async (next) => {
      settings.value = next;
      if (!shown.peek()) return;
      const outcome = isLinked
        ? await reader.read({ text: theCase().shown.text }, next)
        : await reader.again(next);
      take(outcome, phase.peek(), false);
    },
    light: (finding) => {
      lit.value = finding;
    },
    togglePeople: () => {
      showsPeople.value = !showsPeople.value;
    },
    speakTo: (next) => {
      voice.value = next;
    },
    editReply: (text) => {
      edits.value = { ...edits.value, [voice.peek()]: text };
    },
    copy,
    copyReply: async () => {
      if (shown.peek()) await copy(reply.peek(), 'the reply');
    },
    copyAnswers: async (answers) => {
      cancelPause();
      const asked = ask.peek()?.questions ?? [];
      const text = [
        ...asked.map((question, at) => `${question}\n${answers[at]?.trim() ?? ''}`),
        typed.peek(),
      ].join('\n\n');
      const outcome = await reader.read({ text }, undefined);
      if (outcome.kind === 'failed') return tell(failure(outcome.reason, outcome.message));
      const { removed } = outcome.shown;
      const hidden =
        removed.length === 0 ? 'Nothing had to be hidden.' : `Hidden: ${hiddenInWords(removed)}.`;
      await copy(`${outcome.shown.text}\n\n${hidden}`, 'the masked report');
    },
    behind,
    linkIsTooLong,
    showBehind: (what) =>
      batch(() => {
        behind.value = what;
        linkIsTooLong.value = false;
      }),
    copyCaseLink: async () => {
      const page = `${surroundings.origin}/diagnose/`;
      const written = await surroundings
        .doJob('write link', { ...theCase(), page })
        .catch(() => undefined);
      if (!written)
        return say('The part of this page that writes links did not load. Load this page again.');
      if ('link' in written) return void (await copy(written.link, 'the case link'));
      batch(() => {
        behind.value = 'report';
        linkIsTooLong.value = true;
        say('This case is too long for a link. The report is open instead.');
      });
    },
    replayLink: async () => {
      const page = `${surroundings.origin}/playground/`;
      const written = await surroundings
        .doJob('write link', { ...theCase(), page })
        .catch(() => undefined);
      if (written && 'link' in written) return written.link;
      say(
        written
          ? 'This case is too long for a link. Save it as a HAR, and open that in the playground.'
          : 'The part of this page that writes links did not load. Load this page again.',
      );
      return undefined;
    },
    report: (as) => surroundings.doJob('report', { ...theCase(), as }),
    copyCorpusCase: async (cause) => {
      const text = await surroundings
        .doJob('corpus case', { ...theCase(), cause })
        .catch(() => undefined);
      if (text === undefined)
        say('The part of this page that writes cases did not load. Load this page again.');
      else await copy(text, 'the case');
    },
    prove: async () => {
      const { shown: now, settings: chosen } = theCase();
      const found = verdictOf(now);
      if (!found) return { kind: 'cannot', why: 'Nothing is wrong in it.' };
      await sandboxIsThere();
      const { exchange } =
        now.pieces.find((piece) => (piece.exchange?.response?.status ?? 0) >= 400) ??
        now.pieces.find((piece) => piece.exchange) ??
        {};
      return surroundings.doJob('prove', {
        found,
        exchange,
        settings: chosen,
        origin: surroundings.origin,
      });
    },
    dismiss: () => {
      notice.value = undefined;
    },
    say,
    start: () => {
      stop = surroundings.onFragment(() => void readAddress());
      reader.warm();
      return readAddress();
    },
    dispose: () => {
      stop();
      cancelPause();
      cancelCopied();
      reader.forget();
    },
  };
}
