import { decodeForm } from '#protocol/form.ts';
import type { Incoming } from '../../wire/incoming.ts';

/** How a call to the API presents its token: what the checks look at. */
export interface Presented {
  /** The Authorization header, as it came; undefined when there is none. */
  authorization: string | undefined;
  /** Each `access_token` of the query that is not empty (AS-002). */
  queryTokens: string[];
  /** A part of the query that cannot be decoded. */
  malformed?: string;
}

export function presentedBy({ request, query }: Incoming): Presented {
  const authorization = request.headers.get('authorization') ?? undefined;
  if (query === '') return { authorization, queryTokens: [] };
  const form = decodeForm(query);
  if (form.kind === 'malformed') return { authorization, queryTokens: [], malformed: form.part };
  const tokens = form.pairs.filter(([name, value]) => name === 'access_token' && value !== '');
  return { authorization, queryTokens: tokens.map(([, value]) => value) };
}

/** What follows the scheme; only to be asked once the checks have passed. */
export function headerToken(authorization: string): string {
  return authorization.trim().replace(/^\S+\s+/, '');
}
