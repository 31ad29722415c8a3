/** A time stamp in front of a line, in the forms that logs have. */
const stamp =
  /^\s{0,8}(?:\[|\()?(?:\d{4}-\d\d-\d\d[T ]|\d\d-\d\d |\d\d\/\d\d\/\d{2,4} |[A-Z][a-z]{2} [ \d]\d )?\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?(?:\]|\))?\s{1,8}/;
/** What loggers put behind it: process, thread, level, name. */
const tag =
  /^(?:\[[^\]\n]{1,60}\]|\d{1,7}|(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|[VDIWEF])|[\w$-]{0,40}[./][\w.$/-]{1,60}:|[\w.$/-]{1,60}(?= - )|---|-|\|)(?:\s{1,8}|$)/;
const mostTags = 6;

/**
 * How much of a line is what a log puts before its message: time, level, logger.
 *
 * @returns the length of it; 0 for a line without a time
 */
export function lengthOfPrefix(line: string): number {
  if (!/\d\d:\d\d/.test(line.slice(0, 40))) return 0;
  let length = stamp.exec(line.slice(0, 80))?.[0].length ?? 0;
  if (length === 0) return 0;
  for (let count = 0; count < mostTags; count += 1) {
    const more = tag.exec(line.slice(length, length + 80))?.[0].length ?? 0;
    if (more === 0) break;
    length += more;
  }
  return length;
}
