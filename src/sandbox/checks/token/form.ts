import { decodeForm } from '#protocol/form.ts';
import type { Fault } from '#protocol/errors/fault.ts';

/** A body's parameters, sorted; or why it could not be read. */
export type FormParameters =
  | { kind: 'parameters'; parameters: Map<string, string>; repeated: string[] }
  | { kind: 'refused'; fault: Fault };

/**
 * AS-002 and AS-006: decodes once; an empty value is an absent one. Names are
 * keys of a Map, so `__proto__` is a name like any other.
 */
export function readForm(text: string): FormParameters {
  const form = decodeForm(text);
  if (form.kind === 'malformed') {
    return {
      kind: 'refused',
      fault: {
        code: 'SANDBOX-REQUEST-1',
        rule: 'AS-007',
        parameters: [{ parameterName: form.part.split('=')[0]?.slice(0, 100) ?? '' }],
      },
    };
  }
  const parameters = new Map<string, string>();
  const repeated: string[] = [];
  for (const [name, value] of form.pairs) {
    if (value === '') continue;
    if (parameters.has(name)) repeated.push(name);
    else parameters.set(name, value);
  }
  return { kind: 'parameters', parameters, repeated };
}
