import { createHash } from 'node:crypto';

/**
 * Which part a case belongs to, by its id alone: a third is set aside.
 *
 * @returns `set aside` where the first byte of the id's SHA-256 is a multiple of three
 */
export function partOf(id: string): 'open' | 'set aside' {
  const [first = 0] = createHash('sha256').update(id).digest();
  return first % 3 === 0 ? 'set aside' : 'open';
}
