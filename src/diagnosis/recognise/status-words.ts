const before = /(?:^|[\s("'`>=\]])([1-5]\d\d)(?: [A-Z][A-Za-z ]{1,30})?[\s:)"'>\-–→=(]{0,12}$/;

/** The status that a line has right before an answer: `ERROR 400 {…}`, `-> 401 {…}`. */
export function statusBefore(text: string, at: number): number | undefined {
  const [, digits] = before.exec(text.slice(Math.max(0, at - 60), at)) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
