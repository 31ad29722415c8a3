import type { JSX } from 'preact';

/** Text between tags: what stands in a noscript is written as HTML. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/**
 * Said where there is no JavaScript. As HTML, because a browser that runs
 * scripts holds what stands in a noscript as one text.
 */
export function WithoutScript({ terminal }: { terminal: string }): JSX.Element {
  const html = `<div class="pg-noscript"><p>With JavaScript, this part sends each request below to the sandbox and shows its answer beside it. Without it, the same flow runs from a terminal:</p><pre class="pg-code"><code>${escape(terminal)}</code></pre></div>`;
  return <noscript dangerouslySetInnerHTML={{ __html: html }} />;
}
