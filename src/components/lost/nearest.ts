/** The pieces of two characters of a text, by how often each is there. */
function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  const plain = ` ${text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `;
  for (let at = 0; at + 1 < plain.length; at += 1) {
    const pair = plain.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** How much of two texts is the same: 0 is nothing, 1 is all (Sørensen and Dice, over pairs of characters). */
export function likeness(one: string, other: string): number {
  const [first, second] = [pairsOf(one), pairsOf(other)];
  const count = (pairs: Map<string, number>) => [...pairs.values()].reduce((sum, n) => sum + n, 0);
  let shared = 0;
  for (const [pair, n] of first) shared += Math.min(n, second.get(pair) ?? 0);
  return (2 * shared) / (count(first) + count(second));
}

/** Those of the candidates that are most like a text, best first; none that has too little of it. */
export function nearest<T>(
  text: string,
  candidates: readonly T[],
  nameOf: (one: T) => string,
  most = 3,
): T[] {
  return candidates
    .map((one) => ({ one, like: likeness(text, nameOf(one)) }))
    .filter(({ like }) => like >= 0.3)
    .sort((first, second) => second.like - first.like)
    .slice(0, most)
    .map(({ one }) => one);
}
