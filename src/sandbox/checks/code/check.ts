import type { Fault } from '#protocol/errors/fault.ts';
import type { GrantRequest } from '../client-request.ts';
import type { CodeRecord } from '../../store/records.ts';

/** One rule of redeeming a code: a refusal, or nothing, in which case the next one runs. */
export type CodeCheck = (
  code: CodeRecord,
  request: GrantRequest,
) => Fault | undefined | Promise<Fault | undefined>;
