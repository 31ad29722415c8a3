import { decodeForm } from '#protocol/form.ts';
import type { Services } from '../../context.ts';
import type { Incoming } from '../../wire/incoming.ts';
import { allowOf } from '../../wire/head.ts';
import { refusal } from './answer.ts';
import { guardHost } from './guards/host.ts';
import { guardMediaType } from './guards/media-type.ts';
import { guardOrigin } from './guards/origin.ts';
import { guardPeer } from './guards/peer.ts';
import { match } from './match.ts';
import { readBody } from './read-body.ts';
import { routes } from './routes/index.ts';

/**
 * The control API: everything under `/sandbox/`. It steers the sandbox, so it is
 * guarded before anything is read: by who calls, by host, by origin, by media type.
 */
export async function control(incoming: Incoming, services: Services): Promise<Response> {
  const guarded =
    guardPeer(incoming, services) ??
    guardHost(incoming, services) ??
    guardOrigin(incoming) ??
    guardMediaType(incoming);
  if (guarded) return guarded;

  const found = match(routes, incoming.method, incoming.path);
  if (found.kind === 'unknown') {
    return refusal(404, { path: '', message: 'The control API has no such path.' });
  }
  if (found.kind === 'method') {
    const issue = { path: '', message: `Use ${found.allow.join(', ')}.` };
    return refusal(405, issue, { Allow: allowOf(found.allow) });
  }

  const query = decodeForm(incoming.query);
  if (query.kind === 'malformed') {
    return refusal(400, {
      path: '',
      message: 'The query has a percent sequence that cannot be decoded.',
    });
  }
  const { route, params } = found;
  const call = { incoming, services, params, query: new Map(query.pairs) };
  if (!route.body) return route.handle({ ...call, body: undefined });
  const read = readBody(route.body, incoming.body);
  return read.kind === 'issues'
    ? refusal(400, read.issues)
    : route.handle({ ...call, body: read.body });
}
