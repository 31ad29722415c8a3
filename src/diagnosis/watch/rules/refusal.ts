import { errorEntry, isErrorCode } from '#protocol/errors/catalogue.ts';
import { grantOf, kindOf, refusalCodeOf } from '../request-parts.ts';
import type { ProgramPart, RemarkRule } from '../remark.ts';
import type { Moment } from '../moment.ts';

function partOf({ exchange }: Moment): ProgramPart {
  if (grantOf(exchange) === 'refresh_token') return 'refresh';
  const kind = kindOf(exchange);
  return kind === 'api' ? 'api' : kind === 'revoke' ? 'sign out' : 'token';
}

/** A refusal by its code, with the catalogue's cause and fix. */
export const refusal: RemarkRule = (moment) => {
  const code = refusalCodeOf(moment.exchange);
  if (code === undefined || !isErrorCode(code)) return undefined;
  const { message, cause, fix } = errorEntry(code);
  // A token that ended is part of a session's life: what counts is what the program does next.
  const expected = kindOf(moment.exchange) === 'api';
  return {
    id: code,
    kind: expected ? 'note' : 'wrong',
    words: `\`${code}\` ${message} ${cause}`,
    ...(expected ? {} : { fix }),
    part: partOf(moment),
  };
};
