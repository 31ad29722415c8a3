import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { ReplayItem } from '#flows/replay/plan.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { refusalOf } from '#protocol/exchange-parts.ts';
import type { Desk } from '../model/desk.ts';
import { createReplay, type Planned, type ReplayModel } from './replay-model.ts';

export interface ReplayProps {
  desk: Desk;
}

/** It outlives the run that it opens. */
const models = new WeakMap<Desk, ReplayModel>();

function modelOf(desk: Desk): ReplayModel {
  const model = models.get(desk) ?? createReplay(desk, window.location.origin);
  models.set(desk, model);
  return model;
}

const answered = (status: number | undefined, code: string | undefined): string =>
  [status ?? 'no answer', ...(code === undefined ? [] : [code])].join(' ');

/** How the request of a step was answered since the replay began. */
function nowOf(desk: Desk, { step }: ReplayItem, since: number): string | undefined {
  const { exchanges } = desk.playground.value.values.transcript.value;
  const sent = exchanges.findLast((one) => one.step === step && one.startedAt >= since);
  return sent && answered(sent.response?.status, refusalOf(sent).code);
}

function Item({
  item,
  plan,
  children,
}: {
  item: ReplayItem;
  plan: Planned;
  children?: JSX.Element | null;
}): JSX.Element {
  const title = plan.flow.steps.find(({ id }) => id === item.step)?.title;
  const edits = Object.entries(item.edits).map(([name, edit]) =>
    edit.kind === 'left-out' ? `${name} left out` : `${name} as it was`,
  );
  const shapes = { json: 'sent as JSON', query: 'sent in the address' };
  const changes = [...edits, ...(item.shape ? [shapes[item.shape]] : [])];
  return (
    <li data-replayed={item.step !== undefined}>
      <div class="pg-replay-line">
        <code>
          {item.method} {item.path}
        </code>
        <span class="pg-figures">then {answered(item.status, item.code)}</span>
        {children}
      </div>
      <p class="pg-note">
        {title === undefined ? 'Not sent again. ' : `Step: ${title}. `}
        {changes.length > 0 ? `Changed: ${changes.join(', ')}. ` : null}
        {item.own.length > 0 ? `This tab’s own: ${item.own.join(', ')}. ` : null}
        {item.notes.join(' ')}
      </p>
    </li>
  );
}

function Asking({ model, given }: { model: ReplayModel; given: string }): JSX.Element {
  const text = useSignal(given);
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  return (
    <form
      class="pg-replay-ask"
      onSubmit={(event) => {
        event.preventDefault();
        void model.read(text.value);
      }}
    >
      <label for={id}>A case link, or the text of a HAR</label>
      <textarea
        id={id}
        rows={3}
        spellcheck={false}
        autocomplete="off"
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      <div class="pg-take-row">
        <button type="submit" class="pg-button pg-button-small">
          Open it
        </button>
        <button
          type="button"
          class="pg-button pg-button-small pg-button-plain"
          onClick={() => file.current?.click()}
        >
          Choose a HAR
        </button>
        <input
          ref={file}
          type="file"
          accept=".har,.json,application/json"
          hidden
          aria-label="A HAR"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen) void model.read(chosen);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </form>
  );
}

/** A transcript that left comes back as steps; the secrets are this tab's own. */
export function Replay({ desk }: ReplayProps): JSX.Element {
  const model = modelOf(desk);
  const { value: state } = model.state;
  const { value: given = '' } = desk.replay;
  const heading = useRef<HTMLParagraphElement>(null);
  const isStarted = state.kind === 'started';
  useEffect(() => model.open(given), [given]);
  useEffect(() => heading.current?.focus(), [state.kind]);
  const close = (): void => {
    model.cancel();
    desk.replay.value = undefined;
  };
  return (
    <section class="pg-replay" aria-label="Replay">
      <div class="pg-section-head">
        <p class="pg-replay-title" tabIndex={-1} ref={heading}>
          {isStarted ? 'Replay' : 'Replay a transcript'}
        </p>
        <button type="button" class="pg-button pg-button-small pg-button-plain" onClick={close}>
          <Icon name="close" size={14} />
          Close
        </button>
      </div>
      {state.kind === 'asking' || state.kind === 'refused' ? (
        <>
          {state.kind === 'refused' ? (
            <p class="pg-strip pg-strip-warning" role="alert">
              {state.reason}
            </p>
          ) : (
            <p class="pg-note">
              Open a HAR from here or from your browser, or a case link of the diagnoser. Nothing
              leaves this tab.
            </p>
          )}
          <Asking model={model} given={given} />
        </>
      ) : null}
      {state.kind === 'reading' ? (
        <div class="pg-take-row">
          <span class="pg-note">
            Reading{state.of > 100_000 ? ` ${Math.round((100 * state.read) / state.of)} %` : ''}…
          </span>
          <button type="button" class="pg-button pg-button-small" onClick={model.cancel}>
            Cancel
          </button>
        </div>
      ) : null}
      {state.kind === 'planned' || isStarted ? (
        <>
          <p class="pg-note">
            {state.plan.items.filter(({ step }) => step !== undefined).length} of{' '}
            {state.plan.items.length} requests can be sent again, as {state.plan.flow.title}. They
            do not use the codes, tokens and secrets of the transcript: this tab gets its own.{' '}
            {state.plan.notes.join(' ')}
          </p>
          <ol>
            {state.plan.items.map((item, at) => {
              const now = isStarted ? nowOf(desk, item, state.since) : undefined;
              return (
                <Item key={at} item={item} plan={state.plan}>
                  {isStarted && item.step !== undefined ? (
                    <>
                      {now === undefined ? null : <span class="pg-figures">now {now}</span>}
                      <button
                        type="button"
                        class="pg-button pg-button-small"
                        onClick={() => model.setUp(item)}
                      >
                        Set up
                      </button>
                    </>
                  ) : null}
                </Item>
              );
            })}
          </ol>
          {isStarted ? null : (
            <div class="pg-take-row">
              <button
                type="button"
                class="pg-button pg-button-small"
                onClick={() => void model.start()}
              >
                <Icon name="play" size={14} />
                Replay it
              </button>
              <span class="pg-note">It starts {state.plan.flow.title} over in this tab.</span>
            </div>
          )}
        </>
      ) : null}
    </section>
  );
}
