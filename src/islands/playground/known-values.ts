import { computed, type ReadonlySignal } from '@preact/signals';
import type { ValueView } from './model/types.ts';
import type { KnownValue } from '#islands/parts/tint.ts';

/** The values that texts are tinted by. Keeps its identity while only countdowns move. */
export function knownValues(
  values: ReadonlySignal<readonly ValueView[]>,
): ReadonlySignal<readonly KnownValue[]> {
  let last: readonly KnownValue[] = [];
  return computed(() => {
    const now = values.value.flatMap(({ name, value, maker }) =>
      value === undefined ? [] : [{ name, value, maker }],
    );
    const same =
      now.length === last.length &&
      now.every(({ name, value }, index) => {
        const before = last[index];
        return before?.name === name && before.value === value;
      });
    if (!same) last = now;
    return last;
  });
}
