import { octetsOf } from '#protocol/text/copy-text.ts';

/** What an engine spends on a text or a number beside its characters, roughly. */
const each = 16;
/** The same for an object or a list. */
const eachObject = 48;

/** About how many octets a record takes in memory: good enough to bound by, and never much too low. */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return each + octetsOf(value);
  if (typeof value !== 'object' || value === null) return each;
  let sum = eachObject;
  for (const member of Object.values(value)) sum += weightOf(member);
  return sum;
}
