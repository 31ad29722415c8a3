import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const preview = new URL('../../scripts/preview-static.mjs', import.meta.url).href;

// A process of its own: what ends it is what is looked for.
const program = `
import { subscribe } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servePlain } from '${preview}';
const folder = mkdtempSync(join(tmpdir(), 'preview-static-'));
writeFileSync(join(folder, 'a.txt'), 'as it was');
const site = await servePlain({ folder });
subscribe('http.server.request.start', () => {
  process.nextTick(() => rmSync(folder, { recursive: true, force: true }));
});
const statuses = [];
for (const time of [1, 2]) statuses.push((await fetch(site.origin + '/a.txt')).status);
await site.close();
console.log(statuses.join(' '));
`;

it('goes on when a file vanishes between the look at it and its reading', () => {
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(said.trim()).toBe('200 404');
});
