import { replaceInvisible } from '#protocol/text/invisible.ts';
import { html } from 'hono/html';

export { html };

/** Markup whose values have been escaped. */
export type Html = ReturnType<typeof html>;

/** Characters that cannot be seen, or be told apart, written out: a reader looks for exactly these. */
export function showInvisible(text: string): string {
  return replaceInvisible(text, (one) => (one === ' ' ? '·' : encodeURIComponent(one)));
}

/** What is shown of a value that a request may make as long as it likes. */
export function shorten(text: string, most = 400): string {
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`;
}
