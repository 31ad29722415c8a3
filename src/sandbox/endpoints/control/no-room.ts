import type { ErrorCode } from '#protocol/errors/codes.ts';
import { wireError } from '#protocol/errors/codes.ts';
import { refusal } from './answer.ts';

type LimitCode = Extract<ErrorCode, `SANDBOX-LIMIT-${number}`>;

/** A refusal of what there is no room for: 507, because the request is right and the sandbox is full. */
export function noRoom(code: LimitCode): Response {
  const { status, message } = wireError(code);
  return refusal(status, { path: '', message: `${message}.`, code });
}
