import { spawn } from 'node:child_process';
import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** Servers of other origins that stand in for RingCentral. */
export interface Peer {
  origin: string;
  close(): Promise<void>;
}

const script = fileURLToPath(new URL('../../support/sandbox-process.ts', import.meta.url));

/** A second sandbox, in a process and on a port of its own. */
export async function startSandbox(): Promise<Peer> {
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
    child.once('exit', (code) => reject(new Error(`The sandbox ended with ${code}`)));
  });
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill();
      }),
  };
}

/** Any server on a free port of this machine. */
export async function listen(answer: RequestListener): Promise<Peer> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The same server without a word of CORS: no browser's page may read it. */
export function withoutCors(origin: string): Promise<Peer> {
  const { hostname, port } = new URL(origin);
  return listen((incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (incoming.method === 'OPTIONS') return void outgoing.writeHead(404).end();
    const { headers, method, url } = incoming;
    const passed = ask({ hostname, port, method, path: url, headers }, (answer) => {
      const kept = Object.entries(answer.headers).filter(
        ([name]) => !name.startsWith('access-control-'),
      );
      outgoing.writeHead(answer.statusCode ?? 502, Object.fromEntries(kept));
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
}

/** A call of a sandbox's control API. */
export async function control(
  origin: string,
  method: string,
  path: string,
  body: unknown,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${origin}/sandbox/api/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}

/** Apps of a reader's own at a peer, whose redirect URI is the page's callback. */
export async function makeApps(origin: string, callback: string): Promise<void> {
  const shared = {
    portal: 'current',
    audience: 'private',
    issueRefreshTokens: true,
    scopes: ['ReadAccounts', 'ReadCallLog'],
  };
  const threeLegged = { ...shared, methods: ['three-legged'], redirectUris: [callback] };
  const apps = [
    { ...threeLegged, name: 'Peer page', clientId: 'peer-page', platformType: 'BrowserBased' },
    {
      ...threeLegged,
      name: 'Peer server',
      clientId: 'peer-server',
      clientSecret: peerSecret,
      platformType: 'ServerWeb',
    },
    {
      ...shared,
      name: 'Peer job',
      clientId: 'peer-job',
      clientSecret: peerSecret,
      methods: ['jwt'],
      redirectUris: [],
    },
  ];
  for (const app of apps) await control(origin, 'POST', 'apps', app);
}

/** With what shells and encodings read as something else. */
export const peerSecret = 'peer-secret-not-a-secret';
