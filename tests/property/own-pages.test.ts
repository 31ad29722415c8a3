import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { hide } from '#diagnosis/hide/show.ts';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const pages = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(?:mdx|mjs|py|php|rb|java|cs|sh)$/.test(name),
);

it('of this site’s own pages and programs nothing is hidden but their made-up secrets and numbers', () => {
  let characters = 0;
  const hidden: string[] = [];
  for (const page of pages) {
    const text = readFileSync(join(content, page), 'utf8');
    characters += text.length;
    const { shown, originals } = hide({
      text,
      repairs: [],
      isCut: false,
      pieces: [],
      around: [],
      findings: [],
    });
    hidden.push(...shown.removed.flatMap(({ label }) => originals.get(label) ?? []));
  }
  const meant =
    /^(?:\+|%2B)18335550100$|not-a-secret$|sandbox-[a-z-]*(?:secret|password)$|^eyJ|^pIUg/;
  // The programs' tables of a setting's other names read as settings with values.
  const names = /^(?:%w\[)?[A-Z]+(?:_[A-Z]+)+(?: [A-Z]+(?:_[A-Z]+)+)*$/;
  const beside = hidden.filter((value) => !meant.test(value) && !names.test(value));
  console.log(
    `${pages.length} pages and programs, ${characters} characters; hidden beside: ${beside.join(', ') || 'nothing'}`,
  );
  // A section's number that reads as an address, and the odd expression of a program.
  expect(beside.length).toBeLessThanOrEqual(8);
});
