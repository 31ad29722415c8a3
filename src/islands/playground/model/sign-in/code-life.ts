import { computed, effect } from '@preact/signals';
import type { SandboxClock } from '../clock.ts';
import type { Core } from '../core.ts';
import type { SandboxCalls } from '../sandbox-calls.ts';
import type { CodeTimer } from '../types.ts';
import { expiryOf } from '../values.ts';

/** From here down the page warns and a screen reader is told (WCAG 2.2.1 asks for 20 s). */
const warningSeconds = 20;
const extensionSeconds = 300;
const takeYourTimeSeconds = 600;

/** The code's minute, and the two ways to make it longer. */
export function createCodeLife(
  core: Core,
  { clock, sandbox }: { clock: SandboxClock; sandbox: SandboxCalls },
) {
  const timer = computed((): CodeTimer | undefined => {
    const code = core.kept.value.values['code'];
    if (!code || code.spentAt !== undefined || code.lifetimeSeconds === undefined) return undefined;
    const expiry = expiryOf(code, clock.time.value);
    if (!expiry) return undefined;
    const { remainingSeconds, lifetimeSeconds } = expiry;
    return {
      remainingSeconds,
      lifetimeSeconds,
      warning: remainingSeconds > 0 && remainingSeconds <= warningSeconds,
      expired: remainingSeconds === 0,
    };
  });
  const warning = computed(() => timer.value?.warning ?? false);
  const expired = computed(() => timer.value?.expired ?? false);

  /** Loaded with the press that asks for it. */
  const setLifetime = async (seconds: number, done: string): Promise<void> =>
    (await import('./set-lifetime.ts')).setLifetime(core, sandbox, seconds, done);

  return {
    timer,
    codeLifetimeSeconds: computed(() => core.kept.value.codeLifetimeSeconds),
    extend: () => {
      const { code } = core.current().values;
      if (!code) return Promise.resolve();
      const age = Math.ceil((clock.now() - code.at) / 1000);
      return setLifetime(age + extensionSeconds, 'The code works for five more minutes.');
    },
    takeYourTime: () =>
      setLifetime(takeYourTimeSeconds, 'Codes now last ten minutes for this app.'),
    /** Speaks at 20 s and when the code has expired; silent otherwise. */
    watch: (): (() => void) => {
      const stopWarning = effect(() => {
        if (!warning.value) return;
        const seconds = timer.peek()?.remainingSeconds ?? warningSeconds;
        core.announce(`The code expires in ${seconds} seconds. Extend gives it five more minutes.`);
      });
      const stopExpired = effect(() => {
        if (expired.value) core.announce('The code has expired. Get a fresh code to continue.');
      });
      return () => {
        stopWarning();
        stopExpired();
      };
    },
  };
}
