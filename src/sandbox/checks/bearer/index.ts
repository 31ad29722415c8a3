import type { Fault } from '#protocol/errors/fault.ts';
import { holdsOneToken } from './holds-one-token.ts';
import { isSent } from './is-sent.ts';
import type { Presented } from './presented.ts';
import { queryDecodes } from './query-decodes.ts';
import { schemeIsBearer } from './scheme-is-bearer.ts';
import { sentOnce } from './sent-once.ts';

/** What is asked of the way a token is sent, in this order, before it is looked up. */
export const presentationChecks: readonly ((presented: Presented) => Fault | undefined)[] = [
  queryDecodes,
  sentOnce,
  isSent,
  schemeIsBearer,
  holdsOneToken,
];
