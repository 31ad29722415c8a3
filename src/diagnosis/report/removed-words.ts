import type { Removed } from '../hide/shown.ts';

const names: Readonly<Record<string, string>> = {
  assertion: 'JWT',
  code: 'authorization code',
  code_verifier: 'code verifier',
  credentials: 'Authorization header',
};

/** A kind as it stands in a list: "client secret", "phone number". */
export const kindName = (kind: string): string =>
  (Object.hasOwn(names, kind) ? names[kind] : undefined) ?? kind.replaceAll('_', ' ');

/** How many values of each kind were removed, and how often they stood there: "client secret: 1 value, 2 places". */
export function removedInWords(removed: readonly Removed[]): string[] {
  const kinds = new Map<string, { values: number; places: number }>();
  for (const { kind, count } of removed) {
    const { values, places } = kinds.get(kind) ?? { values: 0, places: 0 };
    kinds.set(kind, { values: values + 1, places: places + count });
  }
  return [...kinds].map(
    ([kind, { values, places }]) =>
      `${kindName(kind)}: ${values} ${values === 1 ? 'value' : 'values'}, ${places} ${places === 1 ? 'place' : 'places'}`,
  );
}
