import { signal } from '@preact/signals';
import type { ErrorCode } from '#protocol/errors/catalogue.ts';
import type { CatalogueEntry } from '#protocol/errors/entry.ts';

export type ErrorTexts =
  | { kind: 'not asked' | 'loading' | 'unreachable' }
  | { kind: 'here'; entryOf: (code: ErrorCode) => CatalogueEntry };

/** The catalogue's entries. They come when somebody first touches the page: verdicts do without them. */
export const errorTexts = signal<ErrorTexts>({ kind: 'not asked' });

/** Loads the catalogue once; a load that failed may be tried again. */
export async function loadErrorTexts(): Promise<void> {
  if (errorTexts.peek().kind === 'loading' || errorTexts.peek().kind === 'here') return;
  errorTexts.value = { kind: 'loading' };
  try {
    const { errorEntry } = await import('#protocol/errors/catalogue.ts');
    errorTexts.value = { kind: 'here', entryOf: errorEntry };
  } catch {
    errorTexts.value = { kind: 'unreachable' };
  }
}
