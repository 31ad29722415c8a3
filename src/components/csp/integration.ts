import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { hashInlineScripts } from './hash-inline-scripts.ts';
import { headerPolicy, pagePolicy } from './policy.ts';

/** Where the Node host finds the policy, inside the built site. */
const policyFile = '_csp.json';

/**
 * Hashes the inline scripts of the built pages, writes the policy into each page
 * as its first meta element, and into `_csp.json` as `{ "policy": "…" }`, which a
 * host sends as the header. Astro's own CSP is off: it leaves half of
 * Starlight's scripts out, and its hashes of styles turn style attributes off.
 */
export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const files = (await readdir(folder, { recursive: true }))
          .filter((file) => file.endsWith('.html'))
          .map((file) => join(folder, file));
        const pages = await Promise.all(
          files.map(async (file) => ({ file, html: await readFile(file, 'utf8') })),
        );
        const policy = pagePolicy(pages.flatMap(({ html }) => hashInlineScripts(html)));
        await Promise.all(pages.map(({ file, html }) => writeFile(file, withPolicy(html, policy))));
        await writeFile(
          join(folder, policyFile),
          `${JSON.stringify({ policy: headerPolicy(policy) }, null, 2)}\n`,
        );
        logger.info(`policy written into ${String(pages.length)} pages`);
      },
    },
  };
}

/**
 * A policy counts from where it stands, so it goes before everything that it
 * governs; only the charset stands before it, which a browser reads from the
 * first 1,024 bytes.
 */
function withPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  // Astro's redirect pages have no head of their own.
  const opening =
    /^\s*<!doctype html>(?:\s*<html[^>]*>)?(?:\s*<head[^>]*>)?(?:\s*<meta charset[^>]*>)?/i;
  if (!opening.test(html)) throw new Error('A built page does not begin as HTML does.');
  return html.replace(opening, (start) => start + meta);
}
