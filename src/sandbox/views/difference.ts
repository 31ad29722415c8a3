/** A text in three parts: what it shares at the front, what it does not share, what it shares at the end. */
export interface MarkedText {
  before: string;
  /** Empty where the other text has something and this one has nothing. */
  marked: string;
  after: string;
}

export interface Difference {
  sent: MarkedText;
  registered: MarkedText;
  /** Counted from 1, in characters: where the two part. */
  at: number;
}

/** Marks the one stretch between the common beginning and the common end of two different texts. */
export function findDifference(sent: string, registered: string): Difference {
  const left = Array.from(sent);
  const right = Array.from(registered);
  const shorter = Math.min(left.length, right.length);
  let front = 0;
  while (front < shorter && left[front] === right[front]) front += 1;
  let back = 0;
  while (
    back < shorter - front &&
    left[left.length - 1 - back] === right[right.length - 1 - back]
  ) {
    back += 1;
  }
  const mark = (text: string[]): MarkedText => ({
    before: text.slice(0, front).join(''),
    marked: text.slice(front, text.length - back).join(''),
    after: text.slice(text.length - back).join(''),
  });
  return { sent: mark(left), registered: mark(right), at: front + 1 };
}
