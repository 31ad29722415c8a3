import { copyText } from '#protocol/text/copy-text.ts';

/**
 * A record that holds nothing of the request that it was made from: an engine keeps a part of a
 * text as a view on the whole, so that thirty characters of a body would keep all its 64 kB.
 */
export function copyRecord<Value>(value: Value): Value {
  if (typeof value === 'string') return copyText(value) as Value;
  if (Array.isArray(value)) return value.map((member: unknown) => copyRecord(member)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, copyRecord(member)]),
  ) as Value;
}
