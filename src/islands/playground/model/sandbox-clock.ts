import type { Core } from './core.ts';
import { getOffset } from './start-calls.ts';

/** Ten years: the furthest that the sandbox goes. */
const furthest = 315_360_000;

/** The sandbox's clock, which the page moves for every page and terminal at once. */
export function createSandboxClock(core: Core) {
  const take = (offsetSeconds: number | undefined): boolean => {
    if (offsetSeconds === undefined) return false;
    core.offsetSeconds.value = offsetSeconds;
    core.now.value = core.clock.now();
    return true;
  };
  const read = async (): Promise<boolean> => take(await getOffset(core));

  const put = async (offsetSeconds: number): Promise<boolean> => {
    const api = await core.sandbox();
    const answer = await api.putClock(Math.min(offsetSeconds, furthest));
    const moved = take(answer.kind === 'done' ? answer.value.offsetSeconds : undefined);
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
