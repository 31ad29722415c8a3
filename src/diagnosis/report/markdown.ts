/** A decoded value may hold lines, which would look like those of whoever writes it down. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What comes from elsewhere makes no markup, no link and no line of its own. */
export const escaped = (line: string): string =>
  oneLine(line)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[[\]|*\\]/g, String.raw`\$&`);

/** A fence, or a mark of code within a line, that no run of backticks within closes. */
export function ticksFor(text: string, least: number): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length + 1);
  return '`'.repeat(Math.max(least, ...runs));
}

export function codeIn(code: string): string {
  const text = oneLine(code);
  const ticks = ticksFor(text, 1);
  // A backtick at its edge would be read as one of the marks.
  const gap = /^$|^`|`$/.test(text) ? ' ' : '';
  return `${ticks}${gap}${text}${gap}${ticks}`;
}

/** @param language as highlighters name it */
export function fenced(text: string, language = 'text'): string {
  const fence = ticksFor(text, 3);
  return `${fence}${language}\n${text}\n${fence}`;
}
