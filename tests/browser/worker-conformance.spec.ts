import type { Page, Response as PageResponse } from '@playwright/test';
import { runRow, type Transport } from '../conformance/run.ts';
import { table } from '../conformance/table/index.ts';
import { workerDifferences } from '../conformance/worker-differences.ts';
import { expect, test } from './support/static-site.ts';

interface Sent {
  url: string;
  method: string;
  headers: [string, string][];
  body: string | null;
}

/** What a page sees of an answer; of a redirect it sees nothing. */
interface Seen {
  opaque: boolean;
  status: number;
  headers: [string, string][];
  text: string;
}

/**
 * Sends each request with a real `fetch` of a page that the worker answers. Where
 * the page cannot see, which is a redirect, the browser's own record of the
 * answer tells (AS-199).
 */
async function pageTransport(page: Page, origin: string): Promise<Transport> {
  const records: PageResponse[] = [];
  page.on('response', (response) => {
    if (response.status() >= 300 && response.status() < 400) records.push(response);
  });

  /** Taken once, so that of two equal requests each gets an answer of its own. */
  const takeRecord = ({ url, method, body }: Sent): PageResponse | undefined => {
    const at = records.findIndex((response) => {
      const request = response.request();
      return (
        response.url() === url &&
        request.method() === method &&
        request.postData() === (body || null)
      );
    });
    return at < 0 ? undefined : records.splice(at, 1)[0];
  };

  const send = (sent: Sent): Promise<Seen> =>
    page.evaluate(async ({ url, method, headers, body }) => {
      const response = await fetch(url, { method, headers, body, redirect: 'manual' });
      return {
        opaque: response.type === 'opaqueredirect',
        status: response.status,
        headers: [...response.headers],
        text: await response.text(),
      };
    }, sent);

  return {
    origin,
    fetch: async (request) => {
      const { url, method } = request;
      const body = request.body === null ? null : await request.text();
      const sent = { url, method, headers: [...request.headers] as [string, string][], body };
      const seen = await send(sent);
      if (!seen.opaque) {
        const hasBody = ![204, 304].includes(seen.status) && method !== 'HEAD';
        return new Response(hasBody ? seen.text : null, seen);
      }
      const found: PageResponse[] = [];
      await expect
        .poll(() => {
          const record = takeRecord(sent);
          if (record) found.push(record);
          return found.length;
        })
        .toBe(1);
      const [record] = found;
      return new Response(null, {
        status: record?.status() ?? 0,
        headers: record?.headers() ?? {},
      });
    },
  };
}

for (const [section, rows] of Object.entries(table)) {
  test(`AS-200 ${section}: the same in a service worker`, async ({ page, expected, site }) => {
    test.setTimeout(300_000);
    // A refusal is what many rows ask for, and Chromium tells each as an error.
    expected.push(/Failed to load resource/);
    await page.goto('/');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const transport = await pageTransport(page, site.origin);
    const wrong: string[] = [];
    let ran = 0;
    for (const row of rows) {
      for (const preset of row.presets) {
        const verdict = await runRow(row, transport, { preset });
        ran += 1;
        const why = verdict.kind === 'failed' ? verdict.why : undefined;
        const differs = Object.hasOwn(workerDifferences, row.id);
        if (why !== undefined && !differs) wrong.push(`${row.id} [${preset}] ${row.says}: ${why}`);
        if (why === undefined && differs) wrong.push(`${row.id} [${preset}] no longer differs`);
      }
    }
    expect(wrong).toEqual([]);
    expect(ran).toBeGreaterThanOrEqual(rows.length);
  });
}

test('AS-199 every difference is a row of the table', () => {
  const ids = new Set(Object.values(table).flatMap((rows) => rows.map(({ id }) => id)));
  expect(Object.keys(workerDifferences).filter((id) => !ids.has(id))).toEqual([]);
});
