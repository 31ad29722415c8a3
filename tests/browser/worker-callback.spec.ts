import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { copyIsWhole, expect, test } from './support/static-site.ts';

test('an installed worker answers the callback itself: no host logs a code', async ({
  page,
  site,
}) => {
  // A static host with a log: everything that reaches it goes on to the built site.
  const log: string[] = [];
  const host = createServer((request, response) => {
    log.push(request.url ?? '');
    fetch(`${site.origin}${request.url ?? ''}`, {
      headers: { accept: request.headers.accept ?? '' },
    })
      .then(async (answer) => {
        const type = answer.headers.get('content-type') ?? 'text/plain';
        response.writeHead(answer.status, { 'content-type': type });
        response.end(Buffer.from(await answer.arrayBuffer()));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(host.address() as AddressInfo).port}`;

  await page.goto(`${origin}/playground/`);
  await expect(page.locator('.pg')).toHaveAttribute('data-ready', 'true');
  // Before its copy of the site is whole the page comes from the host, asked for without what came back.
  await page.goto(`${origin}/callback/?code=early-not-a-secret&state=s`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`${origin}/playground/`);
  await copyIsWhole(page);
  await page.goto(`${origin}/callback/?code=late-not-a-secret&state=s`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(log.join('\n')).not.toContain('not-a-secret');
  host.closeAllConnections();
  host.close();
});

test.describe('a third host, on a static host', () => {
  for (const address of ['/console/', '/playground/', '/diagnose/']) {
    test(`${address} may not connect to one`, async ({ page, expected }) => {
      expected.push(/third\.example/);
      await page.goto(address);
      const directive = await page.evaluate(async () => {
        const told = new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) =>
            resolve(event.effectiveDirective),
          );
        });
        await fetch('https://third.example/').catch(() => undefined);
        return told;
      });
      expect(directive).toBe('connect-src');
    });
  }
});
