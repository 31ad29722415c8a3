/** What stands in for a secret: its kind, which one of that kind it is, and how long it was. Never a hash. */
export interface Mask {
  /** Its name on the wire, such as `access_token`. */
  kind: string;
  /** The same secret has the same number throughout one transcript. */
  number: number;
  /** Characters. */
  length: number;
}

const marker = /^masked-([a-z_]+)-([0-9]+)-([0-9]+)chars$/;

/**
 * A mask as text: `masked-access_token-1-87chars`. Unreserved characters only, so
 * that it reads the same in a URL, a form, JSON and a header.
 */
export function writeMask({ kind, number, length }: Mask): string {
  return `masked-${kind}-${number}-${length}chars`;
}

/** The mask that a text is, or undefined when it is something else. */
export function readMask(text: string): Mask | undefined {
  const [, kind, number, length] = marker.exec(text) ?? [];
  return kind === undefined ? undefined : { kind, number: Number(number), length: Number(length) };
}
