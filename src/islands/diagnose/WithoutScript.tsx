import type { JSX } from 'preact';

/** Said where there is no JavaScript; as HTML, because a browser that runs scripts holds a noscript as one text. */
const html = `<p class="dg-noscript">This tab reads what you paste, and needs JavaScript to do it. Without it, look up your code or text in the <a href="/reference/errors/">list of errors</a>: each entry says what it means, who has to act and what to change.</p>`;

export function WithoutScript(): JSX.Element {
  return <noscript dangerouslySetInnerHTML={{ __html: html }} />;
}
