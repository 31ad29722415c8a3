import { readBasic } from '#protocol/basic.ts';
import { type Case, header } from './case.ts';

/** The app that the request names: in its header, else in its body or address. */
export function namedApp(one: Case): string | undefined {
  const basic = readBasic(header(one, 'authorization') ?? '');
  if (basic.kind === 'basic') return basic.decoded?.id ?? basic.raw.id;
  return one.sent.get('client_id') ?? (one.authorized.get('client_id') || undefined);
}
