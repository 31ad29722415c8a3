import { startServer } from '#sandbox/hosts/node.ts';

/** The server in a process of its own, so that a crash is seen as one. Prints its port, ends with its parent. */
const [site = ''] = process.argv.slice(2);
const { port } = await startServer({ port: 0, site });
console.log(port);
process.stdin.on('end', () => process.exit(0)).resume();
