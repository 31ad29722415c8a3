import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '#islands/parts/Icon.tsx';
import { Box } from '../empty/Box.tsx';
import { FileButton } from '../empty/FileButton.tsx';
import type { Diagnoser } from '../model/diagnoser.ts';
import { Foot } from '../pasted/Foot.tsx';

function Question({
  text,
  number,
  onAnswer,
}: {
  text: string;
  number: number;
  onAnswer: (answer: string) => void;
}): JSX.Element {
  const id = useId();
  return (
    <li class="dg-question">
      <label for={id}>
        {number}. {text}
      </label>
      <textarea
        id={id}
        class="fd-input"
        rows={2}
        autoComplete="off"
        onInput={({ currentTarget }) => onAnswer(currentTarget.value)}
      />
    </li>
  );
}

/** The page at a customer's: what is asked, the box, and the masked report to copy. */
export function AskView({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element | null {
  const answers = useSignal<readonly string[]>(['', '']);
  const ask = diagnoser.ask.value;
  if (!ask) return null;
  const isCopied = diagnoser.copied.value === 'the masked report';
  const isEmpty =
    diagnoser.typed.value.trim() === '' && answers.value.every((one) => one.trim() === '');
  return (
    <section class="dg-card dg-ask-page" aria-label="What you are asked for">
      <p>
        The person who sent you this link asks for an error message and two answers. Your browser
        reads what you paste: it hides passwords, keys and phone numbers, and sends nothing. At the
        end you copy a report, look at it, and send it back yourself.
      </p>
      <ol>
        {ask.questions.map((text, at) => (
          <Question
            key={text}
            text={text}
            number={at + 1}
            onAnswer={(answer) => (answers.value = answers.value.with(at, answer))}
          />
        ))}
      </ol>
      <div class="dg-paste-head">
        <h2>The error, as you have it</h2>
        <FileButton diagnoser={diagnoser} />
      </div>
      <Box diagnoser={diagnoser} />
      <Foot diagnoser={diagnoser} />
      <div class="dg-reply-foot">
        <button
          type="button"
          class="pg-button pg-button-primary"
          disabled={isEmpty}
          onClick={() => void diagnoser.copyAnswers(answers.value)}
        >
          <Icon name={isCopied ? 'check' : 'copy'} size={15} />
          {isCopied ? 'Copied' : 'Copy the masked report'}
        </button>
        <span class="pg-note">Nothing else leaves this tab.</span>
      </div>
    </section>
  );
}
