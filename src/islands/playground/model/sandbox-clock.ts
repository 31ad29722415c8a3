import * as z from 'zod/mini';
import { callControl } from './control-client.ts';
import type { ControlAnswer } from './control-client.ts';
import type { Core } from './core.ts';

const clockSchema = z.object({ offsetSeconds: z.int() });

/** Ten years: the furthest that the sandbox goes. */
const furthest = 315_360_000;

/** The sandbox's clock, which the page moves for every page and terminal at once. */
export function createSandboxClock(core: Core) {
  const take = (answer: ControlAnswer): boolean => {
    const parsed =
      answer.kind === 'answered' && answer.status === 200
        ? clockSchema.safeParse(answer.body)
        : undefined;
    if (!parsed?.success) return false;
    core.offsetSeconds.value = parsed.data.offsetSeconds;
    core.now.value = core.clock.now();
    return true;
  };

  const put = async (offsetSeconds: number): Promise<boolean> => {
    const within = Math.min(offsetSeconds, furthest);
    const moved = take(await callControl(core, 'PUT', '/clock', { offsetSeconds: within }));
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
    read: async (): Promise<void> => {
      take(await callControl(core, 'GET', '/clock'));
    },
    /** Moves it on from where it stands at the sandbox, not from where this page last saw it. */
    forward: async (seconds: number): Promise<boolean> => {
      take(await callControl(core, 'GET', '/clock'));
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
