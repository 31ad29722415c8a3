import { startServer } from '#sandbox/hosts/node.ts';
import { announce, basic } from '../target.ts';

/**
 * The sandbox as `npm start` runs it, event log and all, at its default policy:
 * the password grant signs a user in and keeps a session with two new tokens
 * for each answer.
 */
const { origin } = await startServer({ port: 0 });
announce({
  url: `${origin}/restapi/oauth/token`,
  authorization: basic('sandbox-server-only', 'sandbox-server-only-secret'),
  body: 'grant_type=password&username=%2B18335550100*101&password=sandbox-password',
});
