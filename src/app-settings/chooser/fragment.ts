import type { Brand } from './recommend.ts';
import { type Answers, type QuestionId, questionIds } from './question.ts';
import { questions } from './questions.ts';

/** What a link to the chooser says. */
export interface ChooserState {
  answers: Answers;
  brand?: Brand;
  /** The question that is open though it has an answer: the reader went back to it. */
  at?: QuestionId;
}

export interface ReadState {
  state: ChooserState;
  /** What of the link could not be read. */
  problems: string[];
}

const brands: readonly Brand[] = ['ringcentral', 'att', 'verizon'];
const longest = 2000;
const version = '1';

const isQuestion = (text: string): text is QuestionId =>
  (questionIds as readonly string[]).includes(text);
const isBrand = (text: string): text is Brand => (brands as readonly string[]).includes(text);

/** The answers as a fragment, without the `#`; answers that are not asked for now are kept. */
export function writeState({ answers, brand, at }: ChooserState): string {
  const parameters = new URLSearchParams();
  for (const id of questionIds) {
    const answer = answers[id];
    if (answer !== undefined) parameters.set(id, answer);
  }
  if (brand && brand !== 'ringcentral') parameters.set('brand', brand);
  if (at) parameters.set('at', at);
  return parameters.toString();
}

/** Reads a fragment: what is good is used, what is not is named. */
export function readState(fragment: string): ReadState {
  const text = fragment.replace(/^#/, '');
  const state: ChooserState = { answers: {} };
  if (!text.includes('=')) return { state, problems: [] };
  if (text.length > longest) {
    return {
      state,
      problems: [`It has ${text.length} characters; answers need ${longest} at most.`],
    };
  }
  const parameters = new URLSearchParams(text);
  const written = parameters.get('v') ?? version;
  if (written !== version) {
    return { state, problems: ['A later version of this page wrote it, or it is damaged.'] };
  }
  const problems: string[] = [];
  for (const [name, value] of parameters) {
    if (name !== 'v' && !take(state, name, value)) problems.push(`${name}=${value}`.slice(0, 80));
  }
  return { state, problems };
}

function take(state: ChooserState, name: string, value: string): boolean {
  if (name === 'brand' && isBrand(value)) state.brand = value;
  else if (name === 'at' && isQuestion(value)) state.at = value;
  else if (isQuestion(name) && isChoice(name, value)) state.answers[name] = value;
  else return false;
  return true;
}

function isChoice(id: QuestionId, answer: string): boolean {
  return questions.some(
    (question) => question.id === id && question.choices.some(({ value }) => value === answer),
  );
}
