import type { JSX } from 'preact';

/** Said where there is no JavaScript; as HTML, because a browser that runs scripts holds a noscript as one text. */
const html = `<p class="ck-noscript">With JavaScript, the verdicts follow the settings that you choose. Without it, this page shows one app, private with a server-side web app, and below it the table of every setting.</p>`;

export function WithoutScript(): JSX.Element {
  return <noscript dangerouslySetInnerHTML={{ __html: html }} />;
}
