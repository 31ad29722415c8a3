import { batch, computed, signal } from '@preact/signals';
import type { LanguageId } from '#flows/language-names.ts';
import { createAnnouncer } from '#islands/parts/announcer.ts';
import type { AppView } from '#islands/sandbox-api/sandbox-api.ts';
import { readLanguage, writeLanguage } from '#islands/storage/language.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { actWords, type Challenge, type Judged } from '#sandbox/certify/challenge.ts';
import { challenges } from '#sandbox/certify/challenges.ts';
import { inOrder, reportOf, sumOf, type Told, verdictWords } from '#sandbox/certify/report.ts';
import { FaultInForce, runChallenge, type TakeBack } from '#sandbox/certify/run.ts';
import type { ControlProblem } from './control.ts';
import { keptResults } from './kept.ts';
import type { CertifyPageSurroundings, Ears, Host } from './surroundings.ts';

/** As the command has them where somebody drives by hand. */
export const mostSeconds = 120;
export const silenceSeconds = 15;
/** What a program still has on its way after a verdict is to miss the next fault. */
const pauseMilliseconds = 1500;

/** The challenge that stands now. */
export interface Now {
  challenge: Challenge;
  /** Its place among those of this run, from 1. */
  at: number;
  of: number;
  log: readonly Exchange[];
  judged: Judged | undefined;
  secondsLeft: number;
  /** The reader has said that they did everything. */
  isDone: boolean;
}

const cancelled = new Error('Cancelled');
const faultsHref = (clientId: string) =>
  `/console/#section=faults&app=${encodeURIComponent(clientId)}`;

export function createCertify(surroundings: CertifyPageSurroundings) {
  const { origin, control, clock, local, session } = surroundings;
  const { announcement, announce } = createAnnouncer();
  const kept = keptResults(session);
  const host = signal<Host | 'checking'>('checking');
  const apps = signal<readonly AppView[]>([]);
  const clientId = signal('');
  /** Of whom the results are, which outlives another name in the field. */
  const resultsOf = signal('');
  const results = signal<readonly Told[]>([]);
  const now = signal<Now | undefined>(undefined);
  const isStarting = signal(false);
  /** What is wrong with the field. */
  const fieldProblem = signal<string | undefined>(undefined);
  /** Why a run ended before its end, and where that is put right. */
  const notice = signal<{ text: string; href?: string } | undefined>(undefined);
  const language = signal<LanguageId>('node');
  const lesson = signal<string | 'failed' | undefined>(undefined);
  let stop: AbortController | undefined;
  let takeBack: readonly TakeBack[] = [];

  const isRunning = computed(() => now.value !== undefined || isStarting.value);
  const app = computed(() => apps.value.find((one) => one.clientId === clientId.value.trim()));
  const notRun = computed(() =>
    challenges.filter(({ id }) => !results.value.some(({ challenge }) => challenge.id === id)),
  );
  const notPassed = computed(() =>
    inOrder(results.value).filter(({ verdict }) => verdict !== 'passed'),
  );

  async function loadLesson(): Promise<void> {
    const wanted = language.peek();
    lesson.value = undefined;
    try {
      const text = await surroundings.loadLesson(wanted);
      if (language.peek() === wanted) lesson.value = text;
    } catch {
      if (language.peek() === wanted) lesson.value = 'failed';
    }
  }

  function chooseLanguage(chosen: LanguageId): void {
    language.value = chosen;
    writeLanguage(local, chosen);
    void loadLesson();
  }

  /** A result takes the place of an earlier one of its challenge. */
  function keep(result: Told): void {
    const others = results.peek().filter(({ challenge }) => challenge !== result.challenge);
    const all = [...others, result];
    results.value = challenges.flatMap((one) => all.filter(({ challenge }) => challenge === one));
    kept.write(resultsOf.peek(), results.peek());
  }

  async function runOne(
    challenge: Challenge,
    ears: Ears,
    { at, of }: { at: number; of: number },
    signal: AbortSignal,
  ): Promise<void> {
    const begun = clock.now();
    const secondsLeft = () => Math.max(0, mostSeconds - Math.floor((clock.now() - begun) / 1000));
    now.value = {
      ...{ challenge, at, of, log: [], judged: undefined, isDone: false },
      secondsLeft: mostSeconds,
    };
    announce(
      `${at} of ${of}: ${challenge.title}. ${challenge.acts.map((act) => actWords[act]).join(' ')}`,
    );
    const result = await runChallenge(
      challenge,
      { clientId: resultsOf.peek(), mostSeconds, silenceSeconds },
      {
        ...{ control, clock, signal },
        wait: ears.wait,
        watch: {
          changes: (calls) => (takeBack = calls),
          looked: (log, judged) => {
            const before = now.peek();
            if (before) now.value = { ...before, log, judged, secondsLeft: secondsLeft() };
          },
          isDone: () => now.peek()?.isDone ?? false,
        },
      },
    );
    takeBack = [];
    keep(result);
    announce(`${verdictWords[result.verdict]}: ${challenge.title}.`);
  }

  /** The app has to be in the sandbox before anything is changed for it. */
  async function isThere(id: string): Promise<boolean> {
    try {
      await control('GET', `/apps/${encodeURIComponent(id)}`);
      return true;
    } catch (error) {
      const { message, status } = error as ControlProblem;
      if (status !== undefined) fieldProblem.value = message;
      else notice.value = { text: message };
      return false;
    }
  }

  /** Runs these challenges, one after another. */
  async function start(wanted: readonly Challenge[]): Promise<void> {
    if (isRunning.peek()) return;
    const id = clientId.peek().trim();
    batch(() => {
      notice.value = undefined;
      fieldProblem.value = id === '' ? 'Enter the client ID of your program’s app.' : undefined;
    });
    if (id === '') return;
    isStarting.value = true;
    const stopping = new AbortController();
    stop = stopping;
    const ears = surroundings.listen();
    try {
      if (!(await isThere(id))) return;
      if (resultsOf.peek() !== id) {
        batch(() => {
          resultsOf.value = id;
          results.value = [];
        });
      }
      if (lesson.peek() === undefined) void loadLesson();
      for (const [index, challenge] of wanted.entries()) {
        if (index > 0) await surroundings.wait(pauseMilliseconds);
        stopping.signal.throwIfAborted();
        await runOne(challenge, ears, { at: index + 1, of: wanted.length }, stopping.signal);
      }
      announce(`The run is over. ${sumOf(results.peek())}.`);
    } catch (error) {
      const text =
        error === cancelled
          ? 'The run was cancelled. What the challenge had changed is put back.'
          : (error as Error).message;
      notice.value = error instanceof FaultInForce ? { text, href: faultsHref(id) } : { text };
      announce(text);
    } finally {
      ears.close();
      batch(() => {
        now.value = undefined;
        isStarting.value = false;
      });
    }
  }

  return {
    ...{ origin, announcement, announce, host, apps, app, clientId, fieldProblem, notice },
    ...{ results, resultsOf, notRun, notPassed, now, isRunning, language, lesson },
    chooseLanguage,
    start,
    cancel: () => stop?.abort(cancelled),
    /** The reader did all that they were told: what is still on its way comes soon. */
    done: () => {
      const before = now.peek();
      if (before) now.value = { ...before, isDone: true };
    },
    retryLesson: () => void loadLesson(),
    name: (text: string) => {
      clientId.value = text;
      fieldProblem.value = undefined;
    },
    report: (): string => {
      const text = lesson.peek();
      const program =
        text === undefined || text === 'failed'
          ? { language: language.peek(), lesson: '' }
          : { language: language.peek(), lesson: text };
      return reportOf(results.peek(), { clientId: resultsOf.peek(), origin, program });
    },
    /** Looks who answers, and what this tab has kept; answers the way to leave. */
    begin(): () => void {
      const before = kept.read();
      const named = new URLSearchParams(surroundings.fragment().slice(1)).get('app');
      batch(() => {
        language.value = readLanguage(local) ?? 'node';
        clientId.value = named ?? before?.clientId ?? '';
        resultsOf.value = before?.clientId ?? '';
        results.value = before?.results ?? [];
      });
      if (results.peek().length > 0) void loadLesson();
      void surroundings.askHost().then(async (found) => {
        host.value = found;
        if (found !== 'node') return;
        const listed = await surroundings.listApps();
        if (listed.kind === 'done') apps.value = listed.value;
      });
      return surroundings.watchLeaving(() => {
        if (now.peek() === undefined) return;
        // No time is left to wait for the run: it is told to end, and what it changed goes back at once.
        stop?.abort(cancelled);
        for (const [method, path, body] of takeBack) {
          void control(method, path, body).catch(() => undefined);
        }
      });
    },
  };
}

export type Certify = ReturnType<typeof createCertify>;
