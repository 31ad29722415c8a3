// npm start: builds if the sources changed, serves site and sandbox on one origin,
// prints the address once it answers. What can go wrong is said in one line. `npm start -- --verbose`
// shows all that the build prints.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged, readStamp } from './build-if-changed.mjs';
import { importServer, startCache, writeServerBundle } from './server-bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const site = join(root, 'dist');

function stop(line) {
  console.error(line);
  process.exit(1);
}

// The server's sources are TypeScript, which Node 20 does not run.
if (Number(process.versions.node.split('.')[0]) < 24) {
  stop(`This is Node ${process.versions.node}. Use \`npm start\`, which brings Node 24 with it.`);
}
// Half of a start was to strip types from some hundred files and to compile them. A folder that
// cannot be written to is no trouble: nothing is kept then.
module.enableCompileCache(startCache(root));
const { readPort, startProblem } = await import('../src/sandbox/hosts/node/start-problem.ts');
const { readPublicUrl } = await import('../src/sandbox/hosts/node/public-url.ts');

const wanted = readPort(process.env.PORT);
if (wanted.kind === 'problem') stop(wanted.line);
const read = readPublicUrl(process.env.PUBLIC_URL);
if (read.kind === 'problem') stop(read.line);
const publicOrigin = read.kind === 'origin' ? read.origin : undefined;
// It says itself what stood in the way.
if (!buildIfChanged({ verbose: process.argv.includes('--verbose') })) process.exit(1);
if (!existsSync(join(site, 'index.html'))) {
  stop(`There is no built site in ${site}. Run \`npm run build\`, then \`npm start\`.`);
}

const { hash } = readStamp();
const { server: made, isBundle } = await importServer(root, hash);
const { startLines, startServer } = made;

const host = process.env.HOST || '127.0.0.1';
const allowedHosts = (process.env.ALLOWED_HOSTS ?? '')
  .split(',')
  .map((name) => name.trim())
  .filter(Boolean);
try {
  const server = await startServer({
    port: wanted.port,
    host,
    site,
    allowedHosts,
    publicOrigin,
  });
  for (const line of startLines({ host, port: server.port, publicOrigin, allowedHosts })) {
    console.log(line);
  }
  // Now and not at the end, which a closed terminal does not wait for.
  setImmediate(() => module.flushCompileCache());
  if (!isBundle && hash) writeServerBundle(root, hash);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
} catch (error) {
  const line = startProblem(error, wanted.port, host);
  if (line === undefined) throw error;
  stop(line);
}
