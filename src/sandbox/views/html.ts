import { html } from 'hono/html';

export { html };
export { showInvisible } from '#protocol/text/invisible.ts';

/** Markup whose values have been escaped. */
export type Html = ReturnType<typeof html>;

/** A title whose words with a hyphen, such as "sign-in", stay whole where a line has room for them. */
export function whole(title: string): (Html | string)[] {
  return title
    .split(/(\p{L}+(?:-\p{L}+)+)/u)
    .map((part, at) => (at % 2 === 1 ? html`<span class="word">${part}</span>` : part));
}

/** What is shown of a value that a request may make as long as it likes. */
export function shorten(text: string, most = 400): string {
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`;
}
