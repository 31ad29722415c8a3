import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import type { KnownValue } from '#islands/parts/tint.ts';
import type { Playground } from '../model/playground.ts';
import { Lines } from './Lines.tsx';
import type { CodeId } from './write-code.ts';

type Shown = { kind: 'text'; text: string } | { kind: 'none' } | { kind: 'failed' };

/** The request as a program. What writes it is loaded with the first look. */
export function LateCode({
  as,
  request,
  playground,
  known,
  onText,
}: {
  as: CodeId;
  request: ExchangeRequest;
  playground: Playground;
  known: readonly KnownValue[];
  onText: (text: string) => void;
}): JSX.Element {
  const shown = useSignal<Shown | undefined>(undefined);
  const { definition } = playground.step.value;
  const written = JSON.stringify(request);

  useEffect(() => {
    let current = true;
    const show = (next: Shown): void => {
      if (!current) return;
      shown.value = next;
      onText(next.kind === 'text' ? next.text : '');
    };
    import('./write-code.ts')
      .then(({ writeCode }) => writeCode(as, request, playground))
      .then((text) => show(text === undefined ? { kind: 'none' } : { kind: 'text', text }))
      .catch(() => show({ kind: 'failed' }));
    return () => {
      current = false;
    };
    // The text of the request: a new object with the same text is no new request.
  }, [as, written, definition]);

  if (shown.value?.kind === 'text') {
    return <Lines lines={shown.value.text.split('\n')} known={known} />;
  }
  return (
    <p class="pg-note pg-code">
      {shown.value === undefined
        ? 'Writing it…'
        : shown.value.kind === 'none'
          ? 'This request is broken in its form. HTTP and curl show it as it goes.'
          : 'This part of the page could not be loaded. Choose another tab and come back.'}
    </p>
  );
}
