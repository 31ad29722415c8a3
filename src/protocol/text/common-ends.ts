/**
 * Where two texts part: how many characters they share at the start, and at the end of the rest.
 * Characters are code points, so that no half of one is marked.
 */
export function commonEnds(one: string, other: string): { start: number; end: number } {
  const left = [...one];
  const right = [...other];
  const shortest = Math.min(left.length, right.length);
  let start = 0;
  while (start < shortest && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shortest - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  return { start, end };
}

/** A text cut where it parts from another: what both share, what is its own, what both share again. */
export function cutAgainst(text: string, other: string): [string, string, string] {
  const { start, end } = commonEnds(text, other);
  const characters = [...text];
  const own = characters.length - end;
  return [
    characters.slice(0, start).join(''),
    characters.slice(start, own).join(''),
    characters.slice(own).join(''),
  ];
}
