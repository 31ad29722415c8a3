import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Actor } from '#protocol/actors.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import type { KnownValue } from '#islands/parts/tint.ts';
import { Environment } from './Environment.tsx';
import { httpLines } from './http-lines.ts';
import { Lines } from './Lines.tsx';
import { type TakenRequest, useWritten } from './use-written.ts';

/** The request as it goes on the wire. What is copied of it has stand-ins for its secrets. */
export function HttpRequest({
  taken,
  shown = taken.request,
  from,
  known,
  onText,
  announce,
}: {
  taken: TakenRequest;
  /** As it may be on screen, where that is not as it goes. */
  shown?: ExchangeRequest;
  from: Actor;
  known: readonly KnownValue[];
  onText: (text: string) => void;
  announce: (message: string) => void;
}): JSX.Element {
  const written = useWritten('http', taken);
  const text = written === 'failed' ? undefined : written?.text;
  useEffect(() => onText(text ?? ''), [text]);
  return (
    <>
      <Lines lines={httpLines(shown)} known={known} method={{ name: taken.request.method, from }} />
      {written && written !== 'failed' ? (
        <Environment written={written} form="http" announce={announce} />
      ) : null}
    </>
  );
}
