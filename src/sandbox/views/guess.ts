import type { Html } from './html.ts';
import { html } from './html.ts';

/** A code of the sandbox's own stands where no source shows what RingCentral answers. */
const isOwn = (code: string): boolean => code.startsWith('SANDBOX-');

/** Says of a refusal that it is a guess, where it is one. */
export function guess(code: string | undefined): Html | string {
  if (code !== undefined && !isOwn(code)) return '';
  return html`<span class="guess"
    >The sandbox guesses here:
    <a href="/reference/sandbox-and-ringcentral/">no source shows RingCentral’s answer to this</a
    >.</span
  >`;
}
