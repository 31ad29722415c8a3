import { madeOf } from './made-of.ts';
import type { Removed } from './shown.ts';
import type { Known } from './values.ts';

const kindNames: Readonly<Record<string, string>> = {
  phone_number: 'phone number',
  email_address: 'e-mail address',
  ip_address: 'IP address',
  api_answer: 'answer of the API',
};

const mask = /masked-[a-z_]+-\d+-\d+chars/g;

/** How often each label stands in a text. */
function countLabels(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [label] of text.matchAll(mask)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/**
 * What was removed, each value once, in the order in which it was met.
 *
 * @param text as it is shown
 * @param carried secrets within credentials, which stand nowhere by themselves
 */
export function removedFrom(
  text: string,
  known: Iterable<Known>,
  carried: ReadonlyMap<string, number>,
): Removed[] {
  const counts = countLabels(text);
  const removed = new Map<string, Removed>();
  for (const { of, kind, label, value } of known) {
    const count = counts.get(label) ?? carried.get(label) ?? 0;
    if (count === 0 || removed.has(label)) continue;
    const name = kindNames[kind] ?? kind;
    removed.set(label, {
      of,
      kind: name,
      label,
      count,
      ...(of === 'body' ? {} : { madeOf: madeOf(value) }),
    });
  }
  return [...removed.values()];
}
