const classes: readonly [name: string, pattern: RegExp][] = [
  ['digits', /^\d+$/],
  ['hexadecimal digits', /^[\da-f]+$|^[\dA-F]+$/],
  ['letters', /^\p{L}+$/u],
  ['letters and digits', /^[\p{L}\d]+$/u],
  ['base64url characters', /^[\w-]+$/],
  ['a JWT, in parts with full stops between', /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/],
  ['the characters of a verifier', /^[\w\-.~]+$/],
  ['base64 characters', /^[A-Za-z\d+/]+=*$/],
];

/**
 * What a value is made of, as it stands in a sentence: "letters and digits". A length and this say
 * what a reader may have to see of a secret, such as a space at its end.
 */
export function madeOf(value: string): string {
  if (value !== value.trim()) return `${madeOf(value.trim())}, with white space at an end`;
  const name = classes.find(([, pattern]) => pattern.test(value))?.[0];
  if (name !== undefined) return name;
  return /\s/.test(value) ? 'characters with white space between' : 'characters of several kinds';
}
