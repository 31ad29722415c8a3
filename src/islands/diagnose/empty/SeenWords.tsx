import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Diagnoser } from '../model/diagnoser.ts';
import { seenWords } from './seen-words.ts';

/** A field for what is seen on a picture, with type-ahead over what is known to be shown. */
export function SeenWords({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="dg-seen"
      onSubmit={(event) => {
        event.preventDefault();
        const text = field.current?.value.trim() ?? '';
        if (text !== '') void diagnoser.paste({ text });
      }}
    >
      <label class="sr-only" for={id}>
        Code or words on the picture
      </label>
      <input
        ref={field}
        id={id}
        class="fd-input"
        type="text"
        list={`${id}-list`}
        autoComplete="off"
        spellcheck={false}
        placeholder="OAU-251, or the words of the dialog"
      />
      <datalist id={`${id}-list`}>
        {seenWords.map(({ text, code }) => (
          <option key={text} value={text}>
            {code}
          </option>
        ))}
      </datalist>
      <button type="submit" class="pg-button">
        Diagnose
      </button>
    </form>
  );
}
