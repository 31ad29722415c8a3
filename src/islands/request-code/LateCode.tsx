import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { CodeForm } from '#flows/render/code/code-languages.ts';
import type { KnownValue } from '#islands/parts/tint.ts';
import { Environment } from './Environment.tsx';
import { Lines } from './Lines.tsx';
import { type TakenRequest, useWritten } from './use-written.ts';

/** The request as a program, with what it reads from the environment. What writes it is loaded with the first look. */
export function LateCode({
  as,
  taken,
  known,
  onText,
  announce,
}: {
  as: CodeForm;
  taken: TakenRequest;
  known: readonly KnownValue[];
  onText: (text: string) => void;
  announce: (message: string) => void;
}): JSX.Element {
  const written = useWritten(as, taken);
  const text = written === 'failed' ? undefined : written?.text;
  useEffect(() => onText(text ?? ''), [text]);

  if (written === undefined || written === 'failed' || text === undefined) {
    return (
      <p class="pg-note pg-code">
        {written === undefined
          ? 'Writing it…'
          : written === 'failed'
            ? 'This part of the page could not be loaded. Choose another tab and come back.'
            : 'No program of this kind can send this request exactly. HTTP and curl show it.'}
      </p>
    );
  }
  return (
    <>
      <Lines lines={text.split('\n')} known={known} />
      <Environment written={written} form={as} announce={announce} />
    </>
  );
}
