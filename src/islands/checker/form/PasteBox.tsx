import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { Checker } from '../model/checker.ts';
import { NoticeBox } from '../NoticeBox.tsx';

/** Settings in, from a paste: the fastest way, so it stands first. */
export function PasteBox({ checker }: { checker: Checker }): JSX.Element {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const read = async (): Promise<void> => {
    // What was pasted is read at once: the button beside it then has nothing more to do.
    if (!field.current?.value.trim()) return field.current?.focus();
    if (await checker.paste(field.current.value)) field.current.value = '';
  };
  return (
    <div class="ck-paste">
      <label class="sr-only" for={id}>
        Have a new-app link, a link to this page, or JSON?
      </label>
      <div class="ck-paste-line">
        <textarea
          id={id}
          ref={field}
          class="fd-input"
          rows={1}
          spellcheck={false}
          autoComplete="off"
          placeholder="Paste a new-app link or JSON"
          onPaste={() => setTimeout(() => void read())}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void read();
          }}
        />
        <button type="button" class="pg-button" onClick={() => void read()}>
          Fill in<span class="sr-only"> the form</span>
        </button>
      </div>
      <NoticeBox checker={checker} place="transfer" />
    </div>
  );
}
