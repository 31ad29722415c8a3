import type { Services } from '../context.ts';
import type { FaultName } from './names.ts';
import { faultTable } from './table.ts';

/** Whether this host can do it: what breaks a connection needs one. */
export const canGive = (fault: FaultName, { hasSockets }: Pick<Services, 'hasSockets'>): boolean =>
  hasSockets || !faultTable[fault].needsSocket;
