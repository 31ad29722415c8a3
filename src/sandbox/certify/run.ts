import * as z from 'zod/mini';
import type { Clock } from '#protocol/clock.ts';
import { type Exchange, exchangeSchema } from '#protocol/exchange.ts';
import { type FaultName, faultNames } from '../faults/names.ts';
import { faultWords } from '../faults/words.ts';
import type { Act, Challenge, Judged } from './challenge.ts';

/** A call of the control API, which puts back what a challenge has changed. */
export type TakeBack = readonly [method: string, path: string, body?: Record<string, unknown>];

/** Where somebody looks on. */
export interface Watch {
  /** Before anything is changed: what puts it back, for a page that is left in the middle. */
  changes(takeBack: readonly TakeBack[]): void;
  /** After each look: what came until now, and what it comes to. */
  looked(log: readonly Exchange[], judged: Judged): void;
  /** Whether who drives by hand has done everything: nothing more is waited for than the answers. */
  isDone(): boolean;
}

/** What a run needs of its surroundings: the control API of a sandbox, and time. */
export interface CertifySurroundings {
  /** Throws what it says where the sandbox refuses. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** May take longer than it is asked to: a tab in the background does. */
  wait(milliseconds: number): Promise<void>;
  clock: Clock;
  /**
   * Drives the program through the acts; left out, somebody does so by hand. It has to end once
   * `ended` is aborted: its time is up, or the run was stopped.
   */
  drive?(challenge: Challenge, acts: readonly Act[], ended: AbortSignal): Promise<void>;
  watch?: Watch;
  /** The run rejects with its reason, after it has put everything back. */
  signal?: AbortSignal;
}

export interface CertifyOptions {
  clientId: string;
  /** How long a challenge may take, by hand or by a driver. */
  mostSeconds: number;
  /** Nothing more comes after so long without a request: silence is then an answer. */
  silenceSeconds: number;
}

/** What came of a challenge; `open` no more. */
export interface Result extends Judged {
  challenge: Challenge;
  verdict: 'passed' | 'failed' | 'not-reached';
}

const backlogSchema = z.object({
  events: z.array(z.object({ id: z.string(), exchange: exchangeSchema })),
});
const policySchema = z.record(z.string(), z.unknown());
const inForceSchema = z.object({ inForce: z.array(z.object({ fault: z.enum(faultNames) })) });

/** What the program sent: its own requests, and calls with a token that is nobody's. */
const isOf = (clientId: string) => (exchange: Exchange) =>
  exchange.clientId === clientId || (exchange.clientId === undefined && exchange.to === 'api');

const pollMilliseconds = 250;
/** What is on its way comes within so long after somebody says that they are done. */
const lastSeconds = 1;

/** @param isSilent whether the silence was waited for that decides what is open */
function settled(judged: Judged, isSilent: boolean): Omit<Result, 'challenge'> {
  const { verdict, ifSilent = 'not-reached', received, ...rest } = judged;
  if (verdict !== 'open') return { ...rest, received, verdict };
  if (isSilent) return { ...rest, received, verdict: ifSilent };
  const tooShort = `${received} The time was up before that was decided.`;
  return { ...rest, received: tooShort, verdict: 'not-reached' };
}

/** A challenge gives its own fault and takes it back, so it begins only if the app meets no other. */
export class FaultInForce extends Error {
  constructor(faults: readonly FaultName[]) {
    const titles = faults.map((fault) => `“${faultWords[fault].title}”`).join(', ');
    super(
      `Somebody gave this app a fault, or another run does so now: ${titles}. End that run, or take the fault back under Faults in the console, then run again.`,
    );
  }
}

/**
 * Runs one challenge: gives its fault, watches what the program sends, and judges it by the log alone.
 * What it changed is taken back, whatever comes of it.
 */
export async function runChallenge(
  challenge: Challenge,
  { clientId, mostSeconds, silenceSeconds }: CertifyOptions,
  { control, wait, clock, drive, watch, signal }: CertifySurroundings,
): Promise<Result> {
  const app = encodeURIComponent(clientId);
  const faults = `/apps/${app}/faults`;
  const policyOf = `/policy?clientId=${app}`;
  const general = policySchema.parse(await control('GET', '/policy'));
  const before = policySchema.parse(await control('GET', policyOf));
  const { inForce } = inForceSchema.parse(await control('GET', `/faults?clientId=${app}`));
  if (inForce.length > 0) {
    throw new FaultInForce(inForce.map(({ fault }) => fault));
  }
  const allEvents = async () =>
    backlogSchema.parse(await control('GET', '/events/backlog?limit=400')).events;
  const start = Number((await allEvents()).at(-1)?.id ?? 0);
  const look = async (): Promise<Exchange[]> =>
    (await allEvents())
      .filter(({ id }) => Number(id) > start)
      .map(({ exchange }) => exchange)
      .filter(isOf(clientId));

  const takeBack: TakeBack[] = [['DELETE', faults]];
  if (challenge.policy) {
    const isItsOwn = Object.keys(before).some((name) => before[name] !== general[name]);
    const values = Object.keys(challenge.policy).map((name) => [name, before[name]] as const);
    // An app without a policy of its own follows the general one again.
    takeBack.push(isItsOwn ? ['PUT', policyOf, Object.fromEntries(values)] : ['DELETE', policyOf]);
  }
  watch?.changes(takeBack);

  const driving = new AbortController();
  try {
    if (challenge.policy) await control('PUT', policyOf, challenge.policy);
    for (const given of challenge.gives ?? []) await control('POST', faults, given);
    let isDriven = false;
    let problem: unknown;
    const driven = drive?.(challenge, challenge.acts, driving.signal).then(
      () => (isDriven = true),
      (cause: unknown) => {
        problem = cause;
        isDriven = true;
      },
    );
    const begun = clock.now();
    let lastNews = begun;
    let log: Exchange[] = [];
    let isSilent = false;
    while (clock.now() - begun < mostSeconds * 1000) {
      await wait(pollMilliseconds);
      signal?.throwIfAborted();
      const news = await look();
      if (news.length !== log.length) lastNews = clock.now();
      log = news;
      const judged = challenge.judge(log);
      watch?.looked(log, judged);
      const isDecided = judged.verdict === 'failed' || judged.verdict === 'passed';
      if (isDecided && (isDriven || !drive)) break;
      const silent = (clock.now() - lastNews) / 1000;
      const isDone = watch?.isDone() === true && silent >= Math.min(lastSeconds, silenceSeconds);
      const isOver = drive ? isDriven : judged.verdict === 'open';
      isSilent = isDone || (isOver && silent >= silenceSeconds);
      if (isSilent) break;
    }
    if (driven) {
      if (!isDriven) {
        const tooLong = `The driver did not end within ${mostSeconds} seconds in ${challenge.id}.`;
        driving.abort(new Error(tooLong));
      }
      await driven;
      // Its end decides as silence does, however long a slow machine took to it.
      isSilent = true;
      // What came between the last look and the driver's end was sent too: a slow machine is no verdict.
      log = await look();
    }
    if (problem) throw problem;
    return { challenge, ...settled(challenge.judge(log), isSilent) };
  } finally {
    driving.abort();
    for (const [method, path, body] of takeBack) await control(method, path, body);
  }
}
