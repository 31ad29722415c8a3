import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { rowsOf } from '#flows/runner.ts';
import { CopyText } from '#islands/parts/CopyText.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { maskBody } from '#protocol/mask/body.ts';
import { createLedger } from '#protocol/mask/ledger.ts';
import type { Playground } from '../model/playground.ts';
import { ingredientsOf } from '../model/request/rows.ts';
import { curlLine } from '../model/server/curl-line.ts';
import type { PastedAnswer } from '../model/server/pasted.ts';
import type { Room } from '../model/server/room.ts';

interface TerminalProps {
  room: Room;
  playground: Playground;
}

/** An answer without its secrets, as it may be on screen. */
function shown(answer: PastedAnswer): string {
  if (answer.kind === 'other') return '';
  const { status, headers, body = '' } = answer.response;
  const ledger = createLedger({});
  return [
    `HTTP ${status}${answer.isStatusInferred ? ' (read off the body)' : ''}`,
    ...headers.map(([name, value]) => `${name}: ${/cookie|auth/i.test(name) ? '…' : value}`),
    '',
    maskBody(body, ledger),
  ].join('\n');
}

/** Takes what the terminal printed. The text is read before the field has it, and shown masked. */
function Paste({ room, playground }: TerminalProps): JSX.Element {
  const id = useId();
  const read = useSignal<PastedAnswer | undefined>(undefined);
  const step = playground.step.value.definition;
  const take = async (text: string): Promise<void> => {
    const { readPastedAnswer } = await import('../model/server/pasted.ts');
    read.value = readPastedAnswer(text);
  };
  const goOn = async (): Promise<void> => {
    const core = room.core.peek();
    const answer = read.peek();
    if (!core || answer?.kind !== 'answer') return;
    const { takePasted } = await import('../model/server/take-pasted.ts');
    await takePasted(core, room.surroundings, step, answer);
    read.value = undefined;
  };
  const answer = read.value;
  return (
    <div class="fd-field sv-paste">
      <label for={id}>What it printed</label>
      <textarea
        id={id}
        class="fd-input"
        rows={answer?.kind === 'answer' ? 6 : 3}
        value={answer ? shown(answer) : ''}
        placeholder="Paste it here: HTTP/2 200 …"
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}-note`}
        onPaste={(event) => {
          event.preventDefault();
          void take(event.clipboardData?.getData('text/plain') ?? '');
        }}
        // Typed, or dropped: read as well, and never left as it is.
        onInput={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = answer ? shown(answer) : '';
          void take(value);
        }}
      />
      <p class="pg-note" id={`${id}-note`}>
        This page hides tokens in it at once and keeps them in this tab’s memory.
      </p>
      {answer?.kind === 'other' ? (
        <p class="pg-strip pg-strip-warning" role="alert">
          <Verdict kind="warning" />
          <span>
            This is not the answer of a server. It seems to be {answer.what}. Paste everything that
            the line above printed.
          </span>
        </p>
      ) : null}
      {answer?.kind === 'answer' ? (
        <div class="pg-buttons">
          <button type="button" class="pg-button pg-button-primary" onClick={() => void goOn()}>
            Continue with this answer
          </button>
        </div>
      ) : null}
    </div>
  );
}

/** The way by a terminal, for what a browser cannot send or a page must not hold. */
export function Terminal({ room, playground }: TerminalProps): JSX.Element | null {
  const step = playground.step.value.definition;
  const { request, kind } = step;
  const answer = playground.request.answer.value;
  const failed = answer.kind === 'exchange' && answer.exchange.failure !== undefined;
  const isOnly = !room.takesSecrets && (playground.app.value.waitsAt ?? []).includes(step.id);
  const open = useSignal(failed || isOnly);
  useEffect(() => {
    if (failed || isOnly) open.value = true;
  }, [failed, isOnly, step.id]);
  const core = room.core.value;
  if (kind !== 'request' || !request || !core) return null;
  const rows = rowsOf(request, ingredientsOf(core, step.id));
  const url = (playground.request.wire.value?.url ?? '').split('?', 1)[0] ?? '';
  const line = curlLine(request, rows, url, playground.app.value.clientId);
  return (
    <details
      class="sv-more sv-terminal"
      open={open.value}
      onToggle={(event) => (open.value = event.currentTarget.open)}
    >
      <summary>Send it from a terminal, and paste the answer</summary>
      {failed && answer.exchange.failure?.cause === 'unreadable' && step.id === 'token' ? (
        <p class="pg-note">
          If the request went out, its code is used up, though this page could not read the answer:
          ask for a new code first, then use the line at once.
        </p>
      ) : null}
      <p class="pg-note">
        For bash or zsh. It asks for secrets, so that your shell’s history does not have them.
      </p>
      <pre class="pg-code sv-line" tabIndex={0} role="group" aria-label="The line">
        <code>{line}</code>
      </pre>
      <CopyText text={line} label="Copy the line" small announce={playground.words.announce} />
      <Paste room={room} playground={playground} />
    </details>
  );
}
