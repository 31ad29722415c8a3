import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of another site, which sends what it is told to and cannot read an answer. */
const page = `<!doctype html><title>elsewhere</title><script>
window.flood = async ({ count, at, bodies, urls }) => {
  let next = 0;
  let failed = 0;
  const one = async () => {
    while (next < count) {
      const index = next++;
      try {
        await fetch(urls[index % urls.length], {
          method: 'POST',
          mode: 'no-cors',
          credentials: 'include',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: bodies[index % bodies.length].replace('%N', index),
        });
      } catch { failed += 1; }
    }
  };
  await Promise.all(Array.from({ length: at }, one));
  return failed;
};
</script>`;

export interface Evil {
  /** At a name that is no loopback one; the browser is told where it is. */
  origin: string;
  close(): Promise<void>;
}

export const evilHost = 'evil.example';

export async function startEvil(): Promise<Evil> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${evilHost}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
