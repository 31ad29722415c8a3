import type { JSX } from 'preact';

/** Said where there is no JavaScript; as HTML, because a browser that runs scripts holds a noscript as one text. */
const html = `<p class="dg-noscript">What is pasted here is read in this tab, which takes JavaScript. Without it, look your code or text up in the <a href="/reference/errors/">list of errors</a>: each entry says what it means, who acts and what to change.</p>`;

export function WithoutScript(): JSX.Element {
  return <noscript dangerouslySetInnerHTML={{ __html: html }} />;
}
