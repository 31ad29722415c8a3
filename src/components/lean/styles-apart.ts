import { createHash } from 'node:crypto';

/** Styles that follow each other, which Astro put into the page because each is small. */
const run = /(?:<style>(?:(?!<\/style>).)*<\/style>){2,}/gs;
/** Below it a page is quicker with them than with one file more. */
const most = 8_000;

/**
 * A page whose many small styles are one file, in their order and at their place.
 *
 * @param keep takes what a file of the site is to hold
 */
export function setStylesApart(html: string, keep: (path: string, text: string) => void): string {
  return html.replaceAll(run, (styles) => {
    if (styles.length <= most) return styles;
    const css = styles
      .replaceAll('</style><style>', '\n')
      .slice('<style>'.length, -'</style>'.length);
    const name = createHash('sha256').update(css).digest('base64url').slice(0, 8);
    const path = `/_astro/styles.${name}.css`;
    keep(path, css);
    return `<link rel="stylesheet" href="${path}">`;
  });
}
