import type { Recognised } from '../recognise/recognise.ts';

const stamp = /^[\s["]{0,4}(?:\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:)/;

/** Every line has its time: a program wrote it, and nobody tells of anything. */
export const isLog = (text: string): boolean =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .every((line) => stamp.test(line));

// A header such as Date is none.
const stamped =
  /^(?![<>*\s]{0,4}[\w-]{1,40}: )[^\n]{0,60}?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\b\d\d:\d\d:\d\d\b|\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:\d\d)/gm;

const known = new WeakMap<Recognised, boolean>();

/** Several lines of it have their times: what they tell happened at several moments. */
export function hasStamps(recognised: Recognised): boolean {
  const before = known.get(recognised);
  if (before !== undefined) return before;
  const is = (recognised.text.match(stamped)?.length ?? 0) > 2;
  known.set(recognised, is);
  return is;
}
