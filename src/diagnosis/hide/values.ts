import type { Labels } from '#protocol/mask/ledger.ts';
import { readMask, writeMask } from '#protocol/mask/mask.ts';
import { samePhoneNumber } from './find/phone-number.ts';
import { isSecretValue } from './secret-value.ts';
import { isStandIn } from './stand-in.ts';
import type { Removed } from './shown.ts';
import type { Span } from './spans.ts';

/** A value that is hidden. */
export interface Known {
  of: Removed['of'];
  kind: string;
  value: string;
  label: string;
}

/** All that one paste hides, each with its label: by position on exchanges too, as `Labels`. */
export interface Values extends Labels {
  label(span: Pick<Span, 'of' | 'kind' | 'value'>): string;
  /** Another way to write a value that has its label. */
  also(spelling: string, label: string): void;
  all(): Iterable<Known>;
}

const identity = ({ of, kind, value }: Pick<Span, 'of' | 'kind' | 'value'>): string => {
  if (kind === 'phone_number') return `person ${samePhoneNumber(value)}`;
  return of === 'person' ? `person ${value.toLowerCase()}` : value;
};

export function createValues(): Values {
  const labels = new Map<string, Known>();
  const known: Known[] = [];
  const byLabel = new Map<string, Known>();
  const counts = new Map<string, number>();
  const values: Values = {
    label(span) {
      if (readMask(span.value)) return span.value;
      const id = identity(span);
      const before = labels.get(id);
      if (before) return before.label;
      const number = (counts.get(span.kind) ?? 0) + 1;
      counts.set(span.kind, number);
      const label = writeMask({ kind: span.kind, number, length: span.value.length });
      const one = { of: span.of, kind: span.kind, value: span.value, label };
      labels.set(id, one);
      known.push(one);
      byLabel.set(label, one);
      return label;
    },
    also(spelling, label) {
      const one = byLabel.get(label);
      if (one && !labels.has(spelling)) {
        const other = { ...one, value: spelling };
        labels.set(spelling, other);
        known.push(other);
      }
    },
    mask(kind, value) {
      if (!isSecretValue(kind, value) || isStandIn(value)) return value;
      return values.label({ of: 'secret', kind, value });
    },
    all: () => known,
  };
  return values;
}
