import { html as tag } from 'hono/html';

export { showInvisible } from '#protocol/text/invisible.ts';

/** Markup whose values have been escaped. */
export type Html = ReturnType<typeof tag>;

const tightened = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/** The indentation of a template is its author's: it would fill a third of each page that the log keeps. */
function tight(strings: TemplateStringsArray): TemplateStringsArray {
  let known = tightened.get(strings);
  if (!known) {
    const lines = strings.map((text) => text.replaceAll(/\n\s+/g, '\n'));
    known = Object.assign(lines, { raw: strings.raw });
    tightened.set(strings, known);
  }
  return known;
}

/** Markup of a template: its values are escaped, and stand with their own white space. */
export const html = (strings: TemplateStringsArray, ...values: unknown[]): Html =>
  tag(tight(strings), ...values);

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
