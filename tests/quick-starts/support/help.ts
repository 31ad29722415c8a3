import { createServer } from 'node:http';
import { expect } from 'vitest';
import type { QuickStartSandbox } from './sandbox.ts';

/** Fails unless a program printed where its last wrong secret is explained, and the log has it. */
export async function expectHelp(output: string, sandbox: QuickStartSandbox): Promise<void> {
  const addresses = [...output.matchAll(/Read why at (\S+)$/gm)].map(([, address]) => address);
  const { origin, pathname, hash } = new URL(addresses.at(-1) ?? 'none:');
  expect([origin, pathname]).toEqual([sandbox.origin, '/diagnose/']);
  const answer = await sandbox.control('GET', `/events/${hash.replace('#event=', '')}`);
  expect(await answer.text()).toContain('OAU-146');
}

/** A server that refuses every request as RingCentral's does, which names no help; and another link. */
export async function startPlainServer(): Promise<{ url: string; close(): void }> {
  const body = {
    error: 'invalid_client',
    errors: [{ errorCode: 'OAU-146', message: 'Invalid client credentials' }],
    error_description: 'Invalid client credentials',
  };
  const server = createServer((_, response) =>
    response
      .writeHead(400, {
        'content-type': 'application/json',
        link: '<https://example.com/terms>; rel="terms-of-service"',
      })
      .end(JSON.stringify(body)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { url: `http://localhost:${port}`, close: () => server.close() };
}
