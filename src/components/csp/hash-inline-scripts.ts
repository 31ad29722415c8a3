import { createHash } from 'node:crypto';

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
  for (const [, attributes = '', body = ''] of html.matchAll(
    /<script\b([^>]*)>([\s\S]*?)<\/script>/gi,
  )) {
    if (/\ssrc\s*=/i.test(attributes)) continue;
    const type = /\stype\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1] ?? '';
    if (!runs.has(type.toLowerCase())) continue;
    hashes.push(`'sha256-${createHash('sha256').update(body, 'utf8').digest('base64')}'`);
  }
  return hashes;
}
