// npm run preview:static: serves the built site as any static host would, files and nothing else.
// What answers the sandbox's paths is the worker in the browser.
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openerPolicy } from '../src/sandbox/hosts/opener-policy.ts';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

function fileOf(path) {
  try {
    return statSync(path).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}

function isFolder(path) {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The address within the site, or nothing for one that leads out of it or cannot be read. */
function pathOf(url) {
  try {
    const path = normalize(decodeURIComponent(url.split(/[?#]/, 1)[0]));
    return path.startsWith(sep) && !path.includes('\0') ? path : undefined;
  } catch {
    return undefined;
  }
}

function send(response, status, file, { method, path = '/' }) {
  let body;
  try {
    // At once: a stream that finds the file gone has no way to say so but to end the process.
    body = readFileSync(file);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' });
    return response.end('Not found\n');
  }
  const opener = extname(file) === '.html' ? openerPolicy(path) : undefined;
  response.writeHead(status, {
    ...(opener && { 'cross-origin-opener-policy': opener }),
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': body.length,
    'cache-control': 'no-cache',
  });
  return response.end(method === 'HEAD' ? undefined : body);
}

/**
 * Starts serving a folder on loopback.
 * @returns `{ origin, port, close }`
 */
export async function servePlain({ folder, port = 0, host = '127.0.0.1' }) {
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/' } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain' });
      return response.end('This host serves files alone.\n');
    }
    const path = pathOf(url);
    const file = path && fileOf(join(folder, path.endsWith(sep) ? `${path}index.html` : path));
    if (file) return send(response, 200, file, { method, path });
    // Two slashes at the start would name another host.
    if (path && !path.startsWith('//') && isFolder(join(folder, path))) {
      const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
      response.writeHead(301, { location: `${encodeURI(path)}/${query}` });
      return response.end();
    }
    const missing = fileOf(join(folder, '404.html'));
    if (missing) return send(response, 404, missing, { method, path });
    response.writeHead(404, { 'content-type': 'text/plain' });
    return response.end('Not found\n');
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const chosen = server.address().port;
  return {
    origin: `http://localhost:${chosen}`,
    port: chosen,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function main() {
  const { buildIfChanged } = await import('./build-if-changed.mjs');
  const port = Number(process.env.PORT || 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(`PORT is "${process.env.PORT}". Use a number from 0 to 65535.`);
    return 1;
  }
  if (!buildIfChanged()) return 1;
  const folder = join(fileURLToPath(new URL('..', import.meta.url)), 'dist');
  try {
    const { origin } = await servePlain({ folder, port, host: process.env.HOST || '127.0.0.1' });
    console.log(`Files alone, the sandbox runs in the browser: ${origin}/`);
    return undefined;
  } catch (error) {
    const inUse = error.code === 'EADDRINUSE';
    console.error(
      inUse
        ? `Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1} npm run preview:static`
        : error.message,
    );
    return 1;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const status = await main();
  if (status !== undefined) process.exit(status);
}
