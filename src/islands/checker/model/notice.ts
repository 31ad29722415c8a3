/** Where the reader is who caused it, and so where it is said. */
export type Place = 'top' | 'transfer' | 'verdicts' | 'matrix';

/** Something that the page says in place. */
export interface Notice {
  /** `refused`: nothing was read; else the form was replaced, and Undo brings it back: `warning` where something was left out. */
  kind: 'allowed' | 'warning' | 'refused';
  place: Place;
  title: string;
  lines: readonly string[];
}

/** More reasons than a reader would go through. */
const mostReasons = 8;

/** Why nothing was read. */
export function refusal(place: Place, title: string, reasons: readonly string[]): Notice {
  const more = reasons.length - mostReasons;
  return {
    kind: 'refused',
    place,
    title,
    lines: more > 0 ? [...reasons.slice(0, mostReasons), `And ${more} more.`] : reasons,
  };
}

/** What the form holds now, and whether all that was given is in it. */
export function loaded(
  place: Place,
  title: string,
  lines: readonly string[] = [],
  isWhole = true,
): Notice {
  return { kind: isWhole ? 'allowed' : 'warning', place, title, lines };
}
