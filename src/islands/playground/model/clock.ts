import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Clock } from '#protocol/clock.ts';
import type { SandboxCalls } from './sandbox-calls.ts';
import type { Words } from './words.ts';

/** Ten years: the furthest that the sandbox goes. */
const furthest = 315_360_000;

/** The sandbox's clock: real time and how far it was moved. A page moves it for every page and terminal at once. */
export interface SandboxClock extends Clock {
  /** As it is shown: it moves with the second hand. */
  readonly time: ReadonlySignal<number>;
  readonly offsetSeconds: ReadonlySignal<number>;
  /** Shows the time of now. */
  tick(): void;
  /** Asks the sandbox how far it is moved. */
  read(): Promise<void>;
  /** Moves it on from where it stands at the sandbox, not from where this page last saw it. */
  move(seconds: number): Promise<void>;
  reset(): Promise<void>;
}

/** @param real the computer's own clock */
export function createSandboxClock(real: Clock, sandbox: SandboxCalls, words: Words): SandboxClock {
  const offsetSeconds = signal(0);
  const now = (): number => real.now() + offsetSeconds.peek() * 1000;
  const time = signal(now());
  const tick = (): void => {
    time.value = now();
  };
  const take = (seconds: number | undefined): boolean => {
    if (seconds === undefined) return false;
    offsetSeconds.value = seconds;
    tick();
    return true;
  };
  const read = async (): Promise<void> => void take(await sandbox.offsetSeconds());

  const put = async (seconds: number, done: string): Promise<void> => {
    const answer = await (await sandbox.client()).putClock(Math.min(seconds, furthest));
    if (take(answer.kind === 'done' ? answer.value.offsetSeconds : undefined)) {
      words.dismiss('clock-failed');
      words.announce(done);
      return;
    }
    words.notify({
      kind: 'clock-failed',
      text: 'The sandbox did not move its clock. Nothing expires earlier.',
    });
  };

  return {
    now,
    time,
    offsetSeconds,
    tick,
    read,
    move: async (seconds) => {
      await read();
      const moved = 'The sandbox’s clock has moved. Codes and tokens may have expired.';
      await put(offsetSeconds.value + seconds, moved);
    },
    reset: () => put(0, 'The sandbox is back at real time.'),
  };
}
