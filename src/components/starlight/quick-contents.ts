import type { AstroIntegration } from 'astro';

/** The element that marks, in the contents, where the reader is. */
const theirs = /[\\/]starlight-toc\.js$/;
const asked = /const toObserve = document\.querySelectorAll\(\[.*?\]\.join\(\)\);/s;

/** The same elements in the same order; what holds a heading is found from the headings. */
const ours = `
const above = new Set();
for (let el of document.querySelectorAll(\`main :where(\${this.tocHeadingSelector})\`)) while ((el = el.parentElement)) above.add(el);
const toObserve = [...document.querySelectorAll(\`main :where(\${this.tocHeadingSelector}),main :where(\${this.tocHeadingSelector},.sl-heading-wrapper)~*,main .sl-markdown-content>*,main>*\`)].filter((el) => isHeading(el) || !above.has(el));`;

/** @throws where Starlight's script is another: what it costs has to be looked at again */
export function quickly(script: string): string {
  if (!asked.test(script))
    throw new Error('The contents of Starlight choose what they watch in another way.');
  return script.replace(asked, () => ours);
}

/**
 * Starlight's contents look at each element of a page for a heading anywhere in it, by `:has()`: on
 * a long guide a tenth of a second of a slow phone (decision 161).
 */
export function quickContents(): AstroIntegration {
  return {
    name: 'quick-contents',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'quick-contents',
                enforce: 'pre',
                transform: (code, id) =>
                  theirs.test(id.split('?')[0] ?? '') ? quickly(code) : undefined,
              },
            ],
          },
        });
      },
    },
  };
}
