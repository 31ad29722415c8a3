import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { startServer } from '../../../src/sandbox/hosts/node.ts';

const site = fileURLToPath(new URL('../../../dist', import.meta.url));

interface ServerFixtures {
  /** The built site and its sandbox on a port of their own, one a worker. */
  server: { origin: string; port: number };
}

interface PageFixtures {
  /** What the page said and asked for that it must not; empty at the end of each test. */
  complaints: string[];
  /** Status codes of answers that a test asks for on purpose. */
  expectedRefusals: Set<number>;
  /** Origins besides the site's own that a test goes to on purpose. */
  elsewhere: Set<string>;
  /** The sandbox's control API; what a test moved is put back when it ends. */
  control: (method: string, path: string, body: unknown) => Promise<unknown>;
}

/**
 * Playwright's `test` with a server per worker, and a page that fails its test on any console
 * error, uncaught exception, failed request, or request that leaves the server.
 */
export const test = base.extend<PageFixtures, ServerFixtures>({
  server: [
    async ({}, use) => {
      const server = await startServer({ port: 0, host: '127.0.0.1', site, allowedHosts: [] });
      await use({ origin: server.origin, port: server.port });
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => {
    await use(`http://localhost:${server.port}`);
  },
  expectedRefusals: async ({}, use) => {
    await use(new Set());
  },
  elsewhere: async ({}, use) => {
    await use(new Set());
  },
  control: async ({ server }, use) => {
    const control = async (method: string, path: string, body: unknown): Promise<unknown> => {
      const response = await fetch(`${server.origin}/sandbox/api/${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(response.status).toBeLessThan(300);
      return response.json().catch(() => undefined);
    };
    await use(control);
    await control('POST', 'reset', {});
  },
  complaints: [
    async ({ context, server, expectedRefusals, elsewhere }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (message.type() !== 'error') return;
        // A refusal that the test asked for is told by Chromium as a console error.
        const refused = /the server responded with a status of (\d{3})/.exec(message.text())?.[1];
        if (refused && expectedRefusals.has(Number(refused))) return;
        if ([...elsewhere].some((origin) => message.text().includes(origin))) return;
        const { url } = message.location();
        if (URL.canParse(url) && elsewhere.has(new URL(url).origin)) return;
        complaints.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => complaints.push(`exception: ${error.error().message}`));
      context.on('requestfailed', (request) => {
        if (elsewhere.has(new URL(request.url()).origin)) return;
        const why = request.failure()?.errorText ?? '';
        // A page that is left ends its own open requests.
        if (why !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()} ${why}`);
      });
      context.on('request', (request) => {
        const { hostname, port, protocol, origin } = new URL(request.url());
        if (!protocol.startsWith('http') || elsewhere.has(origin)) return;
        const own = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
        if (!own || port !== String(server.port))
          complaints.push(`left the site: ${request.url()}`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
