/** Controls, format characters, spaces and separators, by Unicode's own classes. */
const invisible = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u;

const everyInvisible = new RegExp(invisible, 'gu');

/** Whether a character cannot be seen on a page, or is a space, which is easily missed. */
export function isInvisible(character: string): boolean {
  return invisible.test(character);
}

/** A text in which something else stands for each character that cannot be seen. */
export function replaceInvisible(text: string, standIn: (character: string) => string): string {
  return text.replaceAll(everyInvisible, standIn);
}
