import * as z from 'zod/mini';
import { openerPolicy } from '../opener-policy.ts';
import type { OfflineCopy } from './offline-copy.ts';

const policyFile = '/_csp.json';
const policySchema = z.object({ policy: z.string() });
const callbackPath = '/callback/';
/** Astro puts a hash of the content in these names. */
const hashed = /^\/_astro\//;

type Fetch = (request: Request) => Promise<Response>;

/** What a page says when neither the network nor the copy has it. */
const nowhere = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>No connection</title><h1>No connection, and no copy of this page</h1><p>The browser had not finished copying the site for use without a network. Connect once and wait until a page has loaded.</p><p><a href="/">Overview</a></p></html>`;

/**
 * Answers the site's own addresses: from the offline copy once that is whole,
 * so that no page mixes two versions, and from the network until then.
 */
export function createSiteAnswers(copy: OfflineCopy, fetch: Fetch) {
  let headers: Promise<Record<string, string>> | undefined;

  /** What a static host cannot send and a worker can: the policy with `frame-ancestors`. */
  async function readHeaders(): Promise<Record<string, string>> {
    const note = await copy.match(policyFile);
    const read = policySchema.safeParse(await note?.json().catch(() => undefined));
    return {
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      ...(read.success ? { 'content-security-policy': read.data.policy } : {}),
    };
  }

  async function asPage(found: Response, path: string, status = found.status): Promise<Response> {
    if (!found.headers.get('content-type')?.startsWith('text/html')) return found;
    headers ??= readHeaders();
    const all = new Headers(found.headers);
    for (const [name, value] of Object.entries(await headers)) all.set(name, value);
    const opener = openerPolicy(path);
    if (opener !== undefined) all.set('cross-origin-opener-policy', opener);
    return new Response(found.body, { status, headers: all });
  }

  async function fromNetwork(request: Request, path: string): Promise<Response> {
    try {
      return await fetch(request);
    } catch (cause) {
      const kept = (await copy.match(path)) ?? (await copy.matchEarlier(path));
      if (kept) return asPage(kept, path);
      if (request.mode !== 'navigate') throw cause;
      const type = 'text/html; charset=utf-8';
      return new Response(nowhere, { status: 503, headers: { 'content-type': type } });
    }
  }

  /**
   * The callback page before the copy is whole: asked for without what the redirect brought, so that
   * no host's log has a code. A response of its own, or the browser would show the other address.
   */
  async function callback(): Promise<Response> {
    const found = await fromNetwork(new Request(callbackPath), callbackPath);
    return new Response(found.body, { status: found.status, headers: found.headers });
  }

  return async function answerSite(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const path = url.pathname;
    if (!(await copy.isComplete())) {
      return path === callbackPath ? callback() : fromNetwork(request, path);
    }
    const found = await copy.match(path);
    if (found) return asPage(found, path);
    if (request.mode !== 'navigate') {
      const earlier = hashed.test(path) ? await copy.matchEarlier(path) : undefined;
      return earlier ?? fetch(request);
    }
    if (!path.endsWith('/') && (await copy.match(`${path}/`))) {
      return Response.redirect(`${url.origin}${path}/${url.search}`, 301);
    }
    const missing = await copy.match('/404.html');
    return missing ? asPage(missing, path, 404) : fetch(request);
  };
}
