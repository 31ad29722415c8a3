/**
 * Whether two secrets are equal, in a time that does not tell where they differ.
 * The length of the expected one may show in the time; its characters do not.
 */
export function sameSecret(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  for (let index = 0; index < expected.length; index += 1) {
    // NaN beyond the end becomes 0; the length has already told them apart.
    difference |= given.charCodeAt(index) ^ expected.charCodeAt(index);
  }
  return difference === 0;
}
