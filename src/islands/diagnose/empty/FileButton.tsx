import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Diagnoser } from '../model/diagnoser.ts';
import { Outline } from '../Outline.tsx';

/** The way in for a file by keyboard, beside the drop. */
export function FileButton({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="pg-button pg-button-small"
        onClick={() => field.current?.click()}
      >
        <Outline name="file" size={14} />
        Open a file
      </button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label="A file to read"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file?.type.startsWith('image/')) diagnoser.meetPicture();
          else if (file) void diagnoser.paste({ file, name: file.name });
          // The same file may be opened once more.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
