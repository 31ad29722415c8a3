import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startServer } from '../../../src/sandbox/hosts/node.ts';

/** The server under attack, in a process of its own with a small heap; tells its port to whoever forked it. */
const site = fileURLToPath(new URL('../../../dist', import.meta.url));
const { port } = await startServer({ port: 0, ...(existsSync(site) && { site }) });
process.on('disconnect', () => process.exit());
process.send?.({ port, pid: process.pid });
