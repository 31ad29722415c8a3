import { web } from './apps.ts';
import { both } from './outcomes.ts';
import type { Level, Row } from './row.ts';

type Parts = Pick<Row, 'request' | 'accept'> &
  Partial<Omit<Row, 'id' | 'level' | 'says' | 'request' | 'accept'>>;

/** A row with what most rows share: both presets, and a confidential app with one redirect URI. */
export const rule = (id: string, level: Level, says: string, parts: Parts): Row => ({
  id,
  level,
  says,
  presets: both,
  apps: { app: web },
  ...parts,
});

/** One row for each case, lettered from `a`. */
export const cases = <Case>(
  id: string,
  level: Level,
  list: readonly Case[],
  make: (one: Case) => readonly [says: string, parts: Parts],
): Row[] =>
  list.map((one, index) => rule(`${id}${String.fromCharCode(97 + index)}`, level, ...make(one)));
