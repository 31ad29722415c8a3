/** Deeper than anybody's answer, and not deep enough to run out of stack. */
const deepest = 100;

/** Whether brackets stand deeper in one another than is walked through; those inside strings count too, which only errs upwards. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > deepest) return true;
  }
  return false;
}
