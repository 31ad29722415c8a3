import type { Outcome } from './outcome.ts';
import { outcomes } from './outcomes.ts';
import { type Answers, matches, type Question } from './question.ts';
import { questions } from './questions.ts';

/** One step of a path: a question and what was answered; the last one may be open. */
export interface PathStep {
  question: Question;
  answer?: string;
}

/** The question to answer next, or the end. */
export type Path =
  | { steps: PathStep[]; next: Question; outcome?: never }
  | { steps: PathStep[]; outcome: Outcome; next?: never };

/**
 * Walks the questions by the answers given. An answer to a question that is not asked is passed
 * over: it is kept for when the reader goes back.
 */
export function pathOf(answers: Answers): Path {
  const steps: PathStep[] = [];
  const used: Answers = {};
  for (const question of questions) {
    const { id, choices, when } = question;
    if (when && !when.some((pattern) => matches(pattern, used))) continue;
    const answer = choices.find(({ value }) => value === answers[id])?.value;
    if (answer === undefined) return { steps, next: question };
    used[id] = answer;
    steps.push({ question, answer });
  }
  // All that is asked is answered: each such way has its end, and the chooser's test walks them all.
  const outcome = outcomes.find(({ when }) => when.some((pattern) => matches(pattern, used)));
  if (!outcome) throw new Error(`No outcome for ${JSON.stringify(used)}`);
  return { steps, outcome };
}

/** Every way through the questions from the answers given on, with its end. */
export function everyPath(given: Answers = {}): { answers: Answers; outcome: Outcome }[] {
  const { next, outcome } = pathOf(given);
  if (!next) return [{ answers: given, outcome }];
  return next.choices.flatMap(({ value }) => everyPath({ ...given, [next.id]: value }));
}
