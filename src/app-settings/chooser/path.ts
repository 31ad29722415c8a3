import type { Outcome } from './outcome.ts';
import { outcomes } from './outcomes.ts';
import { type Answers, matches, type Question } from './question.ts';
import { questions } from './questions.ts';

/** One step of a path: a question and what was answered; the last one may be open. */
export interface PathStep {
  question: Question;
  answer?: string;
}

export interface Path {
  steps: PathStep[];
  /** The question to answer next; absent at the end. */
  next?: Question;
  outcome?: Outcome;
}

/**
 * Walks the questions by the answers given. An answer to a question that is not asked is passed
 * over: it is kept for when the reader goes back.
 */
export function pathOf(answers: Answers): Path {
  const steps: PathStep[] = [];
  const used: Answers = {};
  for (const question of questions) {
    const isAsked = question.when?.some((pattern) => matches(pattern, used)) ?? true;
    const outcome = outcomeOf(used);
    if (outcome) return { steps, outcome };
    if (!isAsked) continue;
    const answer = answers[question.id];
    if (answer === undefined || !question.choices.some(({ value }) => value === answer)) {
      return { steps, next: question };
    }
    used[question.id] = answer;
    steps.push({ question, answer });
  }
  const outcome = outcomeOf(used);
  if (!outcome) throw new Error(`No outcome for ${JSON.stringify(used)}`);
  return { steps, outcome };
}

/** An outcome that needs no further answer. */
function outcomeOf(used: Answers): Outcome | undefined {
  const found = outcomes.find(({ when }) => when.some((pattern) => matches(pattern, used)));
  if (!found) return undefined;
  const open = questions.some(
    ({ id, when }) => used[id] === undefined && when?.some((pattern) => matches(pattern, used)),
  );
  return open ? undefined : found;
}

/** Every way through the questions from the answers given on, with its end. */
export function everyPath(given: Answers = {}): { answers: Answers; outcome: Outcome }[] {
  const walk = (answers: Answers): { answers: Answers; outcome: Outcome }[] => {
    const { next, outcome } = pathOf(answers);
    if (outcome) return [{ answers, outcome }];
    return (next?.choices ?? []).flatMap(({ value }) =>
      walk({ ...answers, ...(next && { [next.id]: value }) }),
    );
  };
  return walk(given);
}
