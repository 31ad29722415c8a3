import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Problem } from '#islands/parts/Problem.tsx';
import { Select } from '#islands/parts/Select.tsx';
import { createFaultsApi, type FaultView } from '#islands/sandbox-api/faults-api.ts';
import { faultHref } from '#protocol/sandbox-fault.ts';
import { mostSeconds } from '#sandbox/faults/given.ts';
import { type FaultName, faultNames } from '#sandbox/faults/names.ts';
import { faultTable } from '#sandbox/faults/table.ts';
import { faultWords } from '#sandbox/faults/words.ts';
import type { Console } from '../model/console.ts';
import { problemWords } from '../model/notice.ts';
import { createResource } from '../model/resource.ts';
import { AppFilter } from '../parts/AppFilter.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { WorkButton } from '../parts/WorkButton.tsx';

const often = [
  ['1', 'the next request'],
  ['2', 'two requests'],
  ['5', 'five requests'],
  ['', 'every request, until I take it back'],
] as const;
type Often = (typeof often)[number][0];

const leftWords = ({ left, seconds }: FaultView): string =>
  [
    left === undefined
      ? 'Every request, until it is taken back'
      : `${left} more ${left === 1 ? 'request' : 'requests'}`,
    seconds === undefined ? undefined : `${seconds} seconds`,
  ]
    .filter(Boolean)
    .join(', ');

/** Left out, they are the fault's own. */
const secondsWrong = (text: string): string =>
  /^([1-9]\d*)?$/.test(text.trim()) && Number(text) <= mostSeconds
    ? ''
    : `Enter a whole number from 1 to ${mostSeconds}, or nothing for the usual time.`;

function InForce({
  console,
  given,
  onTakeBack,
}: {
  console: Console;
  given: FaultView;
  onTakeBack: () => Promise<void>;
}): JSX.Element {
  const { clientId, fault } = given;
  const name = console.apps.value.value?.find((app) => app.clientId === clientId)?.name ?? clientId;
  const { title } = faultWords[fault];
  return (
    <li class="cs-row" data-fault={fault}>
      <div class="cs-row-words">
        <p>
          <b>{title}</b> for {name}
        </p>
        <p class="pg-note pg-figures">{leftWords(given)}.</p>
      </div>
      <WorkButton
        class="pg-button pg-button-small"
        label={`Take back ${title} for ${name}`}
        onPress={onTakeBack}
      >
        Take back
      </WorkButton>
    </li>
  );
}

/** What the sandbox does wrong on demand: what is in force, and one more. */
export function Faults({ console }: { console: Console }): JSX.Element {
  const api = useMemo(() => createFaultsApi(console), [console]);
  const faults = useMemo(() => createResource(() => api.list()), [api]);
  const fault = useSignal<FaultName>('rate-limit');
  const times = useSignal<Often>('1');
  const seconds = useSignal('');
  const problem = useSignal('');
  const secondsProblem = useSignal('');
  const secondsField = useRef<HTMLInputElement>(null);
  const clientId = console.place.value.app;
  const arrived = console.requests.drawn.value.length;
  // A request may have met one.
  useEffect(() => void faults.load(), [faults, arrived]);

  const words = faultWords[fault.value];
  const { needsSocket, seconds: usual } = faultTable[fault.value];
  const available = faults.state.value.value?.available;
  const cannot = available !== undefined && !available.includes(fault.value);

  async function give(): Promise<void> {
    problem.value = clientId === undefined ? 'Choose an app first.' : '';
    secondsProblem.value = usual === undefined ? '' : secondsWrong(seconds.value);
    if (secondsProblem.value !== '') secondsField.current?.focus();
    if (clientId === undefined || secondsProblem.value !== '') return;
    const answer = await api.give(clientId, {
      fault: fault.value,
      ...(times.value !== '' && { requests: Number(times.value) }),
      ...(usual !== undefined && seconds.value.trim() !== '' && { seconds: Number(seconds.value) }),
    });
    if (answer.kind !== 'done') problem.value = problemWords(answer);
    else console.say(`${words.title} is in force.`);
    await faults.load();
  }
  async function takeBack(given: FaultView): Promise<void> {
    const answer = await api.takeBack(given);
    if (answer.kind !== 'done') problem.value = problemWords(answer);
    else console.say(`${faultWords[given.fault].title} is taken back.`);
    await faults.load();
  }

  return (
    <section class="cs-card" aria-labelledby="cs-faults">
      <div class="cs-card-head">
        <h2 id="cs-faults" tabIndex={-1} data-arrive>
          Faults on demand
        </h2>
        <AppFilter console={console} label="For" all="Choose an app" />
      </div>
      <p class="cs-prose">
        The sandbox does wrong once, or as often as you say, and the app’s program shows what it
        does then. Each request that met a fault says so.
      </p>
      <Waiting loaded={faults.state.value} what="the faults">
        {({ inForce }) => {
          const shown = inForce.filter((one) => !clientId || one.clientId === clientId);
          return shown.length === 0 ? (
            <p class="cs-empty">No fault is in force.</p>
          ) : (
            <ul class="cs-rows">
              {shown.map((given) => (
                <InForce
                  key={`${given.clientId} ${given.fault}`}
                  console={console}
                  given={given}
                  onTakeBack={() => takeBack(given)}
                />
              ))}
            </ul>
          );
        }}
      </Waiting>
      <div class="fd-field">
        <label for="cs-fault">Fault</label>
        <Select
          id="cs-fault"
          value={fault.value}
          options={faultNames.map((name) => ({ value: name, label: faultWords[name].title }))}
          onChoose={(chosen) => {
            fault.value = chosen;
            problem.value = '';
            secondsProblem.value = '';
          }}
        />
        <p class="pg-note">
          {words.does} <a href={faultHref(fault.value)}>More about it</a>
        </p>
        {needsSocket && cannot ? (
          <p class="pg-note">
            A sandbox in a tab has no connection to break. Start it in a terminal with{' '}
            <code>npm start</code>.
          </p>
        ) : null}
      </div>
      <div class="fd-field">
        <label for="cs-fault-often">Met by</label>
        <Select
          id="cs-fault-often"
          value={times.value}
          options={often.map(([value, label]) => ({ value, label }))}
          onChoose={(chosen) => (times.value = chosen)}
        />
      </div>
      {usual === undefined ? null : (
        <div class="fd-field">
          <label for="cs-fault-seconds">Seconds, 1 to {mostSeconds}</label>
          <input
            ref={secondsField}
            id="cs-fault-seconds"
            class="fd-input"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            placeholder={String(usual)}
            aria-invalid={secondsProblem.value ? true : undefined}
            aria-describedby={secondsProblem.value ? 'cs-fault-seconds-problem' : undefined}
            value={seconds.value}
            onInput={(event) => {
              seconds.value = event.currentTarget.value;
              secondsProblem.value = '';
            }}
          />
          <Problem id="cs-fault-seconds-problem" text={secondsProblem.value || undefined} />
        </div>
      )}
      <Problem id="cs-fault-problem" text={problem.value || undefined} />
      <div class="pg-buttons">
        <WorkButton class="pg-button pg-button-primary" onPress={give}>
          Give this fault
        </WorkButton>
      </div>
    </section>
  );
}
