import { gzipSync } from 'node:zlib';
import { init, parse } from 'es-module-lexer';

await init;

const DYNAMIC = -1;
const running = new Set(['', 'module', 'text/javascript']);

/** The addresses that a module imports before it runs. An import() comes later, and is not among them. */
export function staticImports(code, address) {
  return parse(code)[0]
    .filter(({ d, n }) => d === DYNAMIC && n !== undefined)
    .map(({ n }) => new URL(n, new URL(address, 'http://site.invalid')).pathname);
}

/** The size that travels. Hosts may do better with brotli; a budget in gzip holds for all of them. */
export const weigh = (code) => gzipSync(code, { level: 9 }).length;

/**
 * All the JavaScript that a page runs without a reader's doing: scripts with
 * `src`, preloaded modules, the islands with their renderer, inline scripts, and
 * whatever these import before they run.
 * @returns `{ files: Map of address to gzipped bytes, inline: gzipped bytes, total }`
 */
export function scriptsOf(page, site) {
  const files = new Map();
  const visit = (address) => {
    if (files.has(address)) return;
    const code = site.read(address);
    files.set(address, weigh(code));
    for (const imported of staticImports(code, address)) visit(imported);
  };
  const at = (target) => new URL(target, new URL(page.address, 'http://site.invalid')).pathname;
  let inline = 0;
  for (const { name, attributes, text } of page.elements) {
    if (name === 'script' && attributes.src !== undefined) visit(at(attributes.src));
    else if (name === 'script' && running.has(attributes.type ?? '')) {
      inline += weigh(text);
      for (const imported of staticImports(text, page.address)) visit(imported);
    } else if (name === 'link' && /\bmodulepreload\b/.test(attributes.rel ?? '')) {
      visit(at(attributes.href ?? ''));
    } else if (name === 'astro-island') {
      for (const key of ['component-url', 'renderer-url', 'before-hydration-url']) {
        if (attributes[key]) visit(at(attributes[key]));
      }
    }
  }
  const total = [...files.values()].reduce((sum, size) => sum + size, inline);
  return { files, inline, total };
}
