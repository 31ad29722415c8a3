import { pbkdf2 } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { servePlain } from '../../scripts/preview-static.mjs';

/** Keeps Node's threads for files busy, so that a file is opened late. */
function occupyThreads(): void {
  for (let each = 0; each < 8; each += 1) pbkdf2('a', 'b', 300_000, 64, 'sha512', () => undefined);
}

it('goes on when a file vanishes between the look at it and its reading', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'preview-static-'));
  writeFileSync(join(folder, 'a.txt'), 'as it was');
  const site = await servePlain({ folder });
  let isGone = false;
  subscribe('http.server.request.start', () => {
    if (isGone) return;
    isGone = true;
    occupyThreads();
    process.nextTick(() => rmSync(folder, { recursive: true }));
  });
  try {
    const first = await fetch(`${site.origin}/a.txt`);
    expect([first.status, await first.text()]).toEqual([200, 'as it was']);
    expect((await fetch(`${site.origin}/a.txt`)).status).toBe(404);
  } finally {
    await site.close();
  }
});
