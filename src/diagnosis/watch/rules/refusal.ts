import { grantOf, kindOf, refusalCodeOf, refusalMessageOf } from '../request-parts.ts';
import type { ProgramPart, RemarkRule } from '../remark.ts';
import type { Moment } from '../moment.ts';

function partOf({ exchange }: Moment): ProgramPart {
  if (grantOf(exchange) === 'refresh_token') return 'refresh';
  const kind = kindOf(exchange);
  return kind === 'api' ? 'api' : kind === 'revoke' ? 'sign out' : 'token';
}

/** A refusal by its code, with the catalogue's cause and fix. */
export const refusal: RemarkRule = (moment) => {
  const { exchange, explain } = moment;
  const code = refusalCodeOf(exchange);
  if (code === undefined) return undefined;
  const known = explain(code);
  // A token that ended is part of a session's life: what counts is what the program does next.
  const expected = kindOf(exchange) === 'api';
  const words = [`\`${code}\``, refusalMessageOf(exchange), known?.cause].filter(Boolean).join(' ');
  return {
    id: code,
    kind: expected ? 'note' : 'wrong',
    words,
    ...(known && !expected ? { fix: known.fix } : {}),
    part: partOf(moment),
  };
};
