import type { Answer } from '#islands/sandbox-api/sandbox-api.ts';
import type { Core } from './core.ts';

/** Ten years: the furthest that the sandbox goes. */
const furthest = 315_360_000;

/** The sandbox's clock, which the page moves for every page and terminal at once. */
export function createSandboxClock(core: Core) {
  const take = (answer: Answer<{ offsetSeconds: number }>): boolean => {
    if (answer.kind !== 'done') return false;
    core.offsetSeconds.value = answer.value.offsetSeconds;
    core.now.value = core.clock.now();
    return true;
  };
  const read = async (): Promise<boolean> => take(await (await core.sandbox()).getClock());

  const put = async (offsetSeconds: number): Promise<boolean> => {
    const api = await core.sandbox();
    const moved = take(await api.putClock(Math.min(offsetSeconds, furthest)));
    if (moved) core.dismiss('clock-failed');
    else {
      core.notify({
        kind: 'clock-failed',
        text: 'The sandbox did not move its clock. Nothing has expired sooner.',
      });
    }
    return moved;
  };

  return {
    read,
    /** Moves it on from where it stands at the sandbox, not from where this page last saw it. */
    forward: async (seconds: number): Promise<boolean> => {
      await read();
      const moved = await put(core.offsetSeconds.value + seconds);
      if (moved) core.announce('The sandbox’s clock has moved. What was short-lived has expired.');
      return moved;
    },
    reset: async (): Promise<boolean> => {
      const moved = await put(0);
      if (moved) core.announce('The sandbox is back at real time.');
      return moved;
    },
  };
}

export type SandboxClock = ReturnType<typeof createSandboxClock>;
