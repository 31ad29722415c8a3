import { readBasic } from '#protocol/basic.ts';
import { decodeForm } from '#protocol/form.ts';
import type { Incoming } from '../wire/incoming.ts';

/**
 * The client id that a refused request says it comes from, though nothing proves it: enough to
 * show the request to whoever watches that app.
 */
export function claimedClient({ request, body, query }: Incoming): string | undefined {
  const basic = readBasic(request.headers.get('authorization') ?? '');
  if (basic.kind === 'basic') return basic.raw.id;
  for (const text of [body, query]) {
    const form = decodeForm(text);
    const named = form.kind === 'form' && form.pairs.find(([name]) => name === 'client_id');
    if (named) return named[1];
  }
  return undefined;
}
