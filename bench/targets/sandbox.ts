import { startServer } from '#sandbox/hosts/node.ts';
import { announce } from '../target.ts';

/**
 * The sandbox as `npm start` runs it, event log and all, at its default policy:
 * the password grant signs a user in and keeps a session with two new tokens
 * for each answer.
 */
const { port } = await startServer({ port: 0 });
announce(port);
