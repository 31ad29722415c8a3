/** Controls, format characters, spaces and separators, by Unicode's own classes. */
const invisible = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u;

const everyInvisible = new RegExp(invisible, 'gu');

const standIns: Readonly<Record<string, string>> = { ' ': '·', '\t': '→' };

/** Whether a character cannot be seen on a page, or is a space, which is easily missed. */
export function isInvisible(character: string): boolean {
  return invisible.test(character);
}

/** What stands on a page for a character that cannot be seen: `·`, `→`, `%0A`. */
export function standIn(character: string): string {
  return standIns[character] ?? encodeURIComponent(character);
}

/** A text with a stand-in for each character that cannot be seen: a reader looks for exactly these. */
export function showInvisible(text: string): string {
  return text.replaceAll(everyInvisible, standIn);
}
