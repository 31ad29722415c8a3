import { readBasic } from '#protocol/basic.ts';
import { secretKind } from '#protocol/mask/secret-names.ts';
import type { RequestRow } from '../model/types.ts';

/** A shorter one may be part of any word. */
const shortestWithin = 8;

/** A secret that this tab holds. */
export interface HeldSecret {
  name: string;
  value: string;
}

/** What a secret is and how long, in the place where it would stand. */
export function kindAndLength(kind: string, value: string): string {
  return `${kind}, ${value.length} ${value.length === 1 ? 'character' : 'characters'}`;
}

function ofHeader(value: string): string {
  const basic = readBasic(value);
  if (basic.kind === 'basic') return `Basic: ${kindAndLength('client_secret', basic.raw.secret)}`;
  const [, token] = /^bearer (.*)$/is.exec(value) ?? [];
  return token === undefined
    ? kindAndLength('credentials', value)
    : `Bearer: ${kindAndLength('access_token', token)}`;
}

/**
 * What stands in a row in place of its secret; undefined where it holds none.
 *
 * @param held looked for in rows whose name tells of no secret: an edit may put one there
 */
export function standInOf(
  { name, value, place }: Pick<RequestRow, 'name' | 'value' | 'place'>,
  held: readonly HeldSecret[],
): string | undefined {
  if (value === '') return undefined;
  const kind = secretKind(name);
  if (kind !== undefined) return place === 'header' ? ofHeader(value) : kindAndLength(kind, value);
  const inside = held.find(
    (one) =>
      value === one.value || (one.value.length >= shortestWithin && value.includes(one.value)),
  );
  return inside && kindAndLength(inside.name, value);
}
