/** Something that the page says in place. */
export interface Notice {
  /** `loaded`: the form was replaced, and Undo brings it back; `refused`: nothing was read. */
  kind: 'loaded' | 'refused';
  title: string;
  lines: readonly string[];
}

/** More reasons than a reader would go through. */
const mostReasons = 8;

/** Why nothing was read. */
export function refusal(title: string, reasons: readonly string[]): Notice {
  const more = reasons.length - mostReasons;
  return {
    kind: 'refused',
    title,
    lines: more > 0 ? [...reasons.slice(0, mostReasons), `And ${more} more.`] : reasons,
  };
}
