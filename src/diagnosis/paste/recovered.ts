const refused = /(?:^|[\s=:"(])[45]\d\d(?=$|[\s,;:)"])/;
const answered = /(?:^|[\s=:"(])2\d\d(?=$|[\s,;:)"])/;

/** A time, whose parts look like statuses. */
const times = /\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,6})?/g;

/**
 * Whether a log goes on behind a refusal: the last line of the same endpoint has a status of
 * success. A program that waited and asked again did what it should.
 *
 * @param at where the refusal stands in the text
 */
export function isRecovered(text: string, at: number): boolean {
  const from = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  if (end < 0) return false;
  const [path] = /\/restapi\/[\w./~-]{1,200}/.exec(text.slice(from, end)) ?? [];
  if (path === undefined) return false;
  const line = text
    .slice(end + 1)
    .split('\n')
    .findLast((one) => one.includes(path))
    ?.replaceAll(times, '');
  return line !== undefined && answered.test(line) && !refused.test(line);
}
