import type { Answer } from '#islands/sandbox-api/sandbox-api.ts';

/** Something that the page says above its content, until the reader goes on or puts it away. */
export interface Notice {
  tone: 'done' | 'warning' | 'refused';
  text: string;
  /** One thing that can be done about it. */
  action?: { label: string; run: () => Promise<void> };
}

export type Problem = Exclude<Answer<unknown>, { kind: 'done' }>;

/** Why a call came to nothing, in words. */
export function problemWords(answer: Problem): string {
  if (answer.kind === 'refused') return answer.message;
  return answer.why === 'no-answer'
    ? 'The sandbox does not answer. It may have been stopped.'
    : 'The answer is not from the sandbox: this address has none, or another version of it.';
}
