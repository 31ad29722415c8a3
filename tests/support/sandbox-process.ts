// A sandbox of its own, without the site, as a process of its own: it prints its origin.
import { startServer } from '../../src/sandbox/hosts/node.ts';

const { port } = await startServer({ port: Number(process.argv[2] ?? 0), host: '127.0.0.1' });
console.log(`http://localhost:${port}`);
