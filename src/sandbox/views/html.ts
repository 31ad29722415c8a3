import { html } from 'hono/html';

export { html };
export { showInvisible } from '#protocol/text/invisible.ts';

/** Markup whose values have been escaped. */
export type Html = ReturnType<typeof html>;

/** What is shown of a value that a request may make as long as it likes. */
export function shorten(text: string, most = 400): string {
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`;
}
