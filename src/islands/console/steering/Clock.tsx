import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Problem } from '#islands/parts/Problem.tsx';
import { Select } from '#islands/parts/Select.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { offsetWords } from '#protocol/text/duration-words.ts';
import type { Console } from '../model/console.ts';
import { momentText } from '../model/moment.ts';
import { Waiting } from '../parts/Waiting.tsx';
import { WorkButton } from '../parts/WorkButton.tsx';

const steps = [
  ['Back 7 days', -604_800],
  ['Back 1 hour', -3600],
  ['Back 1 minute', -60],
  ['Forward 1 minute', 60],
  ['Forward 1 hour', 3600],
  ['Forward 7 days', 604_800],
] as const;
const unitSeconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
type Unit = keyof typeof unitSeconds;
const units = (Object.keys(unitSeconds) as Unit[]).map((name) => ({ value: name, label: name }));

/** Seconds that the reader sees pass; what counts is the sandbox's own. */
function useNow(console: Console): number {
  const now = useSignal(0);
  useEffect(() => {
    const tick = (): void => {
      now.value = console.now();
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [console.clock.value.value?.offsetSeconds]);
  return now.value;
}

function Custom({ move }: { move: (seconds: number) => Promise<void> }): JSX.Element {
  const amount = useSignal('1');
  const unit = useSignal<Unit>('days');
  const problem = useSignal('');
  const by = (direction: 1 | -1) => async (): Promise<void> => {
    const seconds = Math.round(Number(amount.value) * unitSeconds[unit.value]);
    problem.value =
      amount.value.trim() === '' || !Number.isFinite(seconds) || seconds <= 0
        ? 'Type a number above 0.'
        : '';
    if (problem.value === '') await move(direction * seconds);
  };
  return (
    <div class="fd-field">
      <label for="cs-clock-amount">By as much as you like</label>
      <span class="cs-amount">
        <input
          id="cs-clock-amount"
          class="fd-input"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={amount.value}
          aria-invalid={problem.value ? true : undefined}
          aria-describedby={problem.value ? 'cs-clock-problem' : undefined}
          onInput={(event) => {
            amount.value = event.currentTarget.value;
            problem.value = '';
          }}
        />
        <Select
          aria-label="Unit"
          value={unit.value}
          options={units}
          onChoose={(chosen) => (unit.value = chosen)}
        />
        <WorkButton class="pg-button" onPress={by(-1)}>
          Back
        </WorkButton>
        <WorkButton class="pg-button" onPress={by(1)}>
          Forward
        </WorkButton>
      </span>
      <Problem id="cs-clock-problem" text={problem.value || undefined} />
    </div>
  );
}

/** The sandbox's one clock, which every code and token lives by. */
export function Clock({ console }: { console: Console }): JSX.Element {
  const now = useNow(console);
  return (
    <section class="cs-card" aria-labelledby="cs-clock">
      <div class="cs-card-head">
        <h2 id="cs-clock" tabIndex={-1} data-arrive>
          The sandbox’s clock
        </h2>
      </div>
      <Waiting loaded={console.clock.value} what="the clock">
        {({ offsetSeconds }) => {
          const move = async (seconds: number): Promise<void> => {
            await console.moveClock(offsetSeconds + seconds);
            const there = console.clock.value.value?.offsetSeconds ?? offsetSeconds;
            console.say(`The clock is ${offsetWords(there)}.`);
          };
          return (
            <div class="cs-clock">
              <p class="cs-time pg-figures">{now === 0 ? '' : momentText(now)}</p>
              <p class={offsetSeconds === 0 ? 'pg-note' : 'pg-check pg-check-warning'}>
                {offsetSeconds === 0 ? null : <Verdict kind="warning" />}
                {offsetSeconds === 0 ? 'At real time.' : `${offsetWords(offsetSeconds)}.`}
              </p>
              <div class="cs-steps" role="group" aria-label="Move the clock">
                {steps.map(([label, seconds]) => (
                  <WorkButton key={label} class="pg-button" onPress={() => move(seconds)}>
                    {label}
                  </WorkButton>
                ))}
              </div>
              <Custom move={move} />
              {offsetSeconds === 0 ? null : (
                <div class="pg-buttons">
                  <WorkButton
                    class="pg-button pg-button-primary"
                    onPress={() => move(-offsetSeconds)}
                  >
                    Back to real time
                  </WorkButton>
                </div>
              )}
              <p class="cs-prose">
                Codes, tokens and sessions follow this clock, so one press moves it by an hour: an
                access token of {console.policy.value.value?.accessTokenLifetimeSeconds ?? 3600} s
                expires, and your program sees it. If you move the clock back, an expired token is
                valid again, unless the sandbox has deleted it. Every page says so while the clock
                is moved.
              </p>
            </div>
          );
        }}
      </Waiting>
    </section>
  );
}
