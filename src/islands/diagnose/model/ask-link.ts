import * as z from 'zod/mini';
import { isFreeOfOAuth } from '#diagnosis/reply/oauth-words.ts';
import { isInvisible } from '#protocol/text/invisible.ts';

/** What a link asks of a customer: questions in words, and nothing else. */
export interface AskLink {
  questions: readonly string[];
}

/** Longer than any question of a finding. */
const longest = 400;

/** A question may lead nobody anywhere: it holds no address, and no character that hides another. */
const question = z.string().check(
  z.minLength(3),
  z.maxLength(longest),
  z.refine(
    (text) =>
      !/[a-z]:\S|\/\/|www\.|\.(?:com|net|org|io|co|me|ly|to|info|biz|dev|app|xyz|top|site|link|example)\b|[<>]|@\w/i.test(
        text,
      ),
  ),
  z.refine((text) => [...text].every((one) => one === ' ' || !isInvisible(one))),
);

const schema = z.array(question).check(z.minLength(1), z.maxLength(2));

/** What a customer can say of every failure. */
export const always = 'What did you do just before it failed, and when did it last work?';

/** A question without what a link may not carry; undefined where nothing is left to ask. */
function fit(text: string): string | undefined {
  const told = text.replaceAll('`', '').replaceAll(/\s+/g, ' ').trim();
  const cut = told.length > longest ? `${told.slice(0, longest - 1)}…` : told;
  return question.safeParse(cut).success ? cut : undefined;
}

/** What to ask of somebody who knows nothing of OAuth, by what a finding lacks. */
const plainly: readonly [RegExp, string][] = [
  [
    /address|redirect|\bUR[IL]s?\b|callback|page/i,
    'Which address does the browser show when it fails? Copy the whole address, and say what the page shows.',
  ],
  [
    /setting|console|method|permission|role|app’s|app's/i,
    'What is the name of the app, who manages its settings, and what changed in them lately?',
  ],
  [
    /log|lines|program|trace|version|request/i,
    'What does the program print when it fails? Copy its last lines, and say which program it is.',
  ],
];
const plainest = 'What does the error message say, word for word, and where do you see it?';

/** A question that a customer can answer: without a word of OAuth. */
function asked(lacks: string | undefined): string {
  const told = lacks === undefined ? undefined : fit(lacks);
  if (told !== undefined && isFreeOfOAuth(told)) return told;
  return plainly.find(([about]) => about.test(lacks ?? ''))?.[1] ?? plainest;
}

/**
 * The fragment of a link that asks a customer, without the `#`.
 *
 * @param lacks what would decide it, in the words of a finding
 */
export function writeAskLink(lacks: string | undefined): string {
  const questions = [asked(lacks), always];
  return `ask=${questions.map(encodeURIComponent).join('&')}`;
}

/**
 * Reads what stands behind `ask=`.
 *
 * @returns undefined where a schema does not let it through
 */
export function readAskLink(value: string): AskLink | undefined {
  if (value.length > 4 * 3 * longest) return undefined;
  try {
    const read = schema.safeParse(value.split('&').map(decodeURIComponent));
    return read.success ? { questions: read.data } : undefined;
  } catch {
    return undefined;
  }
}
