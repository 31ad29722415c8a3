import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { errorsDocument } from '#components/reference/errors-document.ts';
import { errorCodes } from '#protocol/errors/catalogue.ts';
import { elsewhere } from '#protocol/errors/seen/elsewhere.ts';
import { framedPages, site } from './built-site.ts';

const html = framedPages.find(({ address }) => address === '/reference/errors/')?.html ?? '';
const known = [...errorCodes, ...Object.keys(elsewhere)];

describe('the reference of errors', () => {
  test('has one entry for every code, at the address that every refusal names', () => {
    for (const code of known) {
      expect(html.split(`id="${code.toLowerCase()}"`), code).toHaveLength(2);
    }
  });

  test('each setting of an entry has its words beside its id', () => {
    const links = [...html.matchAll(/#([xm]\d+)"[^>]*>([XM]\d+)<\/a>\s*([^<]*)/g)];
    expect(links.length).toBeGreaterThan(10);
    for (const [, , id, words] of links) expect(words?.trim(), id).toMatch(/^\S.*\.$/);
  });

  test('the sandbox’s own codes stand apart, and so under a heading that says it', () => {
    const apart = html.indexOf('id="the-sandboxs-own-codes"');
    expect(apart).toBeGreaterThan(0);
    for (const code of known) {
      const at = html.indexOf(`id="${code.toLowerCase()}"`);
      expect(at > apart, code).toBe(code.startsWith('SANDBOX-'));
    }
  });

  test('errors.json keeps to its own schema and has the same entries', async () => {
    const text = await readFile(join(site.folder, 'errors.json'), 'utf8');
    const { errors } = errorsDocument.parse(JSON.parse(text));
    expect(errors.map(({ code }) => code)).toEqual(known);
    for (const { origin, code, basis } of errors) {
      expect(origin === 'sandbox', code).toBe(code.startsWith('SANDBOX-'));
      if (origin === 'ringcentral') expect(basis, code).not.toBe('sandbox');
    }
    const schema = JSON.parse(
      await readFile(join(site.folder, 'errors.schema.json'), 'utf8'),
    ) as Record<string, unknown>;
    expect(schema['$schema']).toContain('json-schema.org');
  });

  test('a code on any page of prose leads to its entry', () => {
    for (const { html: page, address } of framedPages) {
      for (const [, trap] of page.matchAll(/<div class="trap[^"]*"[^>]*>([\s\S]*?)<\/dl>/g)) {
        for (const [, code] of (trap ?? '').matchAll(
          /<dt[^>]*>You see<\/dt>[\s\S]*?<code>([A-Z]+-[\w-]+)<\/code>/g,
        )) {
          expect(page, address).toContain(`href="/reference/errors/#${code?.toLowerCase()}"`);
        }
      }
    }
  });
});
