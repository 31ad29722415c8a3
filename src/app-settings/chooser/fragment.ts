import { isCall } from './calls.ts';
import type { Brand, Wishes } from './recommend.ts';
import { type Answers, type QuestionId, questionIds } from './question.ts';
import { questions } from './questions.ts';

/** The question that fills the scopes stands behind those that find the flow. */
export type Place = QuestionId | 'calls';

/** What a link to the chooser says. */
export interface ChooserState extends Wishes {
  answers: Answers;
  /** The question that is open though the answers lead past it: the reader went back to it. */
  at?: Place;
}

export interface ReadState {
  state: ChooserState;
  /** What of the link could not be read. */
  problems: string[];
}

const brands: readonly Brand[] = ['ringcentral', 'att', 'verizon'];
/** The longest redirect URI, with each of its characters percent-encoded, and room for the rest. */
const longest = 20_000;
const none = 'none';
const version = '1';

const isPlace = (text: string): text is Place => text === 'calls' || isQuestion(text);
const isQuestion = (text: string): text is QuestionId =>
  (questionIds as readonly string[]).includes(text);
const isBrand = (text: string): text is Brand => (brands as readonly string[]).includes(text);

/** The answers as a fragment, without the `#`; answers that are not asked for now are kept. */
export function writeState({ answers, brand, calls, name, uri, at }: ChooserState): string {
  const parameters = new URLSearchParams();
  for (const id of questionIds) {
    const answer = answers[id];
    if (answer !== undefined) parameters.set(id, answer);
  }
  if (calls) parameters.set('calls', calls.join(',') || none);
  if (name) parameters.set('name', name);
  if (uri) parameters.set('uri', uri);
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
    if (name === 'calls') problems.push(...takeCalls(state, value));
    else if (name !== 'v' && !take(state, name, value)) problems.push(`${name}=${value}`);
  }
  return { state, problems: problems.map((problem) => problem.slice(0, 80)) };
}

/** Takes what can be called; answers what cannot. */
function takeCalls(state: ChooserState, list: string): string[] {
  const values = list === none ? [] : list.split(',');
  state.calls = values.filter(isCall);
  return values.filter((value) => !isCall(value)).map((value) => `calls=${value}`);
}

function take(state: ChooserState, name: string, value: string): boolean {
  if (name === 'brand' && isBrand(value)) state.brand = value;
  else if (name === 'at' && isPlace(value)) state.at = value;
  else if ((name === 'name' || name === 'uri') && value !== '') state[name] = value;
  else if (isQuestion(name) && isChoice(name, value)) state.answers[name] = value;
  else return false;
  return true;
}

function isChoice(id: QuestionId, answer: string): boolean {
  return questions.some(
    (question) => question.id === id && question.choices.some(({ value }) => value === answer),
  );
}
