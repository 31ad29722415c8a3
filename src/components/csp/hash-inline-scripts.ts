import { createHash } from 'node:crypto';
import { ELEMENT_NODE, type Node, parse, walkSync } from 'ultrahtml';

/** Types of a script element that a browser runs, and so checks against the policy. */
const runs = new Set(['', 'module', 'text/javascript', 'importmap', 'speculationrules']);

/**
 * The CSP sources of every inline script of a page, in the order met. A script
 * with `src` needs none, and a block of data (`application/json`) is never run.
 * @param html a built page
 * @returns `'sha256-…'`, quotes included
 * @see https://www.w3.org/TR/CSP3/#grammardef-hash-source
 */
export function hashInlineScripts(html: string): string[] {
  const hashes: string[] = [];
  walkSync(parse(html) as Node, (node) => {
    if (node.type !== ELEMENT_NODE || node.name !== 'script') return;
    const { src, type = '' } = node.attributes;
    if (src !== undefined || !runs.has(type.toLowerCase())) return;
    // As it stands in the page, which is what a browser hashes.
    const body = html.slice(node.loc[0].end, node.loc[1].start);
    hashes.push(`'sha256-${createHash('sha256').update(body, 'utf8').digest('base64')}'`);
  });
  return hashes;
}
