/** What comes from elsewhere makes no markup and no link. */
export const escaped = (line: string): string =>
  line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[[\]|*\\]/g, String.raw`\$&`);

/** A fence, or a mark of code within a line, that no run of backticks within closes. */
export function ticksFor(text: string, least: number): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length + 1);
  return '`'.repeat(Math.max(least, ...runs));
}

export function codeIn(text: string): string {
  const ticks = ticksFor(text, 1);
  return `${ticks} ${text} ${ticks}`;
}

/** @param language as highlighters name it */
export function fenced(text: string, language = 'text'): string {
  const fence = ticksFor(text, 3);
  return `${fence}${language}\n${text}\n${fence}`;
}
