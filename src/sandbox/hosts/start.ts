/** What `npm start` needs of the server, so that it can be made one file. */
export { startServer } from './node.ts';
export { startLines } from './node/start-lines.ts';
