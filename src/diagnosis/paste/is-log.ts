const stamp = /^[\s["]{0,4}(?:\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:)/;

/** Every line has its time: a program wrote it, and nobody tells of anything. */
export const isLog = (text: string): boolean =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .every((line) => stamp.test(line));
