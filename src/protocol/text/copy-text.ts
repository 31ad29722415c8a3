/** Beyond Latin-1 an engine keeps two octets for every character of a text. */
const beyondLatin1 = /[^\u0000-\u00ff]/;

/**
 * What a text costs to keep, in octets: one for each character, or two where any of them is beyond
 * Latin-1, as V8 keeps them.
 */
export function octetsOf(text: string): number {
  return beyondLatin1.test(text) ? text.length * 2 : text.length;
}

/**
 * A copy of a text that shares nothing with it. What `slice` and the like return may be a view,
 * which keeps all of the text that it was cut from: a code of 40 characters then holds on to a
 * body of 64 kB for as long as it is kept.
 */
export function copyText(text: string): string {
  // Joined from two pieces and read as JSON, a text is made anew; half a surrogate pair survives it.
  return JSON.parse(JSON.stringify(text)) as string;
}

/** The first characters of a text as a copy, at most `most` of them. */
export function cutText(text: string, most: number): string {
  return copyText(text.length > most ? text.slice(0, most) : text);
}
