import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import { removedInWords } from '#diagnosis/report/removed-words.ts';
import { CopyText } from '#islands/parts/CopyText.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Playground } from '../model/playground.ts';
import { download } from '#islands/parts/download.ts';
import { type Form, leave } from './leave.ts';

export interface TakeAlongProps {
  playground: Playground;
}

type CaseState =
  | { kind: 'idle' | 'writing' | 'failed' }
  | { kind: 'link'; link: string; requests: number }
  | { kind: 'too long'; length: number };

const count = (number: number): string => (number === 1 ? '1 request' : `${number} requests`);

/** What the link holds, where it is not the whole. */
function CaseLine({ state, all }: { state: CaseState; all: number }): JSX.Element | null {
  switch (state.kind) {
    case 'writing':
      return <p class="pg-note">Reading the transcript and writing the link…</p>;
    case 'failed':
      return <p class="pg-note">The part that writes the link did not load. Press again.</p>;
    case 'too long':
      return (
        <p class="pg-note">
          One request alone makes a link of {state.length} characters, too long for mail and chat.
          Markdown says the same.
        </p>
      );
    case 'link':
      return (
        <p class="pg-note">
          {state.requests === all
            ? `The link has ${count(all)}`
            : `Of ${count(all)} the link has ${state.requests}: with more it would be too long for mail and chat. They are the last refusal and what led to it, or the last request`}
          . It has no secret in it, and it opens in the diagnoser.
        </p>
      );
    case 'idle':
      return null;
  }
}

/** The transcript as a file, as text, as a link. Nothing leaves the tab but what the reader takes along. */
export function TakeAlong({ playground }: TakeAlongProps): JSX.Element {
  const { exchanges } = playground.values.transcript.value;
  const isWhole = useSignal(false);
  const saved = useSignal('');
  const made = useSignal<CaseState>({ kind: 'idle' });
  const id = useId();
  const all = exchanges.length;
  const left = useMemo(() => leave(playground, exchanges), [exchanges]);
  const { announce } = playground.words;

  const save = (form: Form): void => {
    const file = left.file(form, form === 'har' && isWhole.value);
    download(file);
    saved.value = `Saved ${file.name}: ${count(all)}${form === 'har' && isWhole.value ? ', with their secrets' : ''}.`;
    announce(saved.value);
  };
  const link = async (): Promise<void> => {
    made.value = { kind: 'writing' };
    try {
      made.value = await left.caseLink();
    } catch {
      made.value = { kind: 'failed' };
    }
    announce(made.value.kind === 'link' ? 'The link is written. Copy it.' : 'No link was written.');
  };

  return (
    <div class="pg-take">
      <p class="pg-note">
        {left.removed.length === 0
          ? 'Nothing in it had to be hidden.'
          : `Hidden, each with its kind and length: ${removedInWords(left.removed).join('; ')}.`}
      </p>
      <div class="pg-take-row">
        <button type="button" class="pg-button pg-button-small" onClick={() => save('har')}>
          Save as HAR
        </button>
        <CopyText
          text={left.text('har', isWhole.value)}
          label="Copy HAR"
          small
          announce={announce}
        />
        <label class="pg-take-whole" for={id}>
          <input
            id={id}
            type="checkbox"
            checked={isWhole.value}
            onChange={(event) => (isWhole.value = event.currentTarget.checked)}
          />
          with its secrets
        </label>
      </div>
      {isWhole.value ? (
        <p class="pg-strip pg-take-warning" role="alert">
          <Icon name="lock" />
          <span>
            The HAR will contain codes, tokens and secrets as they were sent. Anybody who has it can
            use those that are still valid: revoke first, and send it to nobody.
          </span>
        </p>
      ) : null}
      <div class="pg-take-row">
        <button type="button" class="pg-button pg-button-small" onClick={() => save('md')}>
          Save as Markdown
        </button>
        <CopyText text={left.text('md', false)} label="Copy Markdown" small announce={announce} />
      </div>
      <div class="pg-take-row">
        {made.value.kind === 'link' ? (
          <>
            <CopyText
              text={made.value.link}
              label="Copy case link"
              icon="link"
              small
              announce={announce}
            />
            <a class="pg-button pg-button-small" href={made.value.link}>
              Open it in the diagnoser <Icon name="arrow" size={13} />
            </a>
          </>
        ) : (
          <button
            type="button"
            class="pg-button pg-button-small"
            disabled={made.value.kind === 'writing'}
            onClick={() => void link()}
          >
            <Icon name="link" size={14} />
            Write a case link
          </button>
        )}
      </div>
      <CaseLine state={made.value} all={all} />
      {saved.value === '' ? null : <p class="pg-note">{saved.value}</p>}
    </div>
  );
}
