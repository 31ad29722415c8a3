import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CodeForm } from '#flows/render/code/code-languages.ts';
import type { Secret } from '#flows/render/code/secrets.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import type { Written } from './write.ts';

/** What is taken away of a request. */
export interface TakenRequest {
  request: ExchangeRequest;
  /** By the names of their variables; what stands where a protocol puts a secret need not be among them. */
  secrets: readonly Secret[];
  /** The browser goes there: a program only makes the address. */
  navigates: boolean;
}

/** The request in a form; undefined while it is written, `failed` where what writes it did not come. */
export function useWritten(
  form: CodeForm,
  { request, secrets, navigates }: TakenRequest,
): Written | 'failed' | undefined {
  const written = useSignal<Written | 'failed' | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Written | 'failed'): void => {
      if (isCurrent) written.value = next;
    };
    import('./write.ts')
      .then(({ write }) => write(form, request, secrets, navigates))
      .then(show, () => show('failed'));
    return () => {
      isCurrent = false;
    };
    // By their texts: a new object with the same text is no new request.
  }, [form, JSON.stringify([request, secrets]), navigates]);
  return written.value;
}
