import { uncapitalise } from '#protocol/text/capitalise.ts';

/** The questions, in the order in which they are asked; each is asked only where its answer matters. */
export const questionIds = ['what', 'for', 'page', 'admin', 'few', 'runs', 'who', 'stay'] as const;
export type QuestionId = (typeof questionIds)[number];

/** What the reader has answered so far, by question. */
export type Answers = Partial<Record<QuestionId, string>>;

/** Answers that have to be given: one value, or any of several. */
export type Pattern = Partial<Record<QuestionId, string | readonly string[]>>;

export interface Choice {
  /** Stands in the fragment of a link. */
  value: string;
  label: string;
  /** The label in the middle of a line, where it is not the label itself in lower case. */
  brief?: string;
  note?: string;
  /** A page that takes over at once. */
  href?: string;
}

export interface Question {
  id: QuestionId;
  words: string;
  /** What it asks, before its answer in a line: "Runs in the browser". */
  brief: string;
  /** What hangs on the answer. */
  why: string;
  choices: readonly Choice[];
  /** Asked where one of these holds; always, where there is none. */
  when?: readonly Pattern[];
}

/** Whether the answers given are those that a pattern wants. */
export function matches(pattern: Pattern, answers: Answers): boolean {
  return questionIds.every((id) => {
    const wanted = pattern[id];
    const given = answers[id];
    if (wanted === undefined) return true;
    return (
      given !== undefined &&
      (typeof wanted === 'string' ? wanted === given : wanted.includes(given))
    );
  });
}

/** The answer to a question as it stands in a line behind the question's own brief words. */
export function answerInBrief({ choices }: Question, answer: string | undefined): string {
  const { label = '', brief } = choices.find(({ value }) => value === answer) ?? {};
  return brief ?? uncapitalise(label);
}
