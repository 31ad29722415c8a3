import { codeNames, type LanguageId, languageNames } from '#flows/language-names.ts';
import { codeIn, fenced } from '#diagnosis/report/markdown.ts';
import { eventHref } from '#protocol/event-href.ts';
import type { Challenge } from './challenge.ts';
import { challenges } from './challenges.ts';
import { fixCode } from './fixes.ts';
import type { Result } from './run.ts';

/** A result as a report tells it: of the exchange that decided it, the id alone. */
export interface Told {
  challenge: Challenge;
  verdict: Result['verdict'];
  received: string;
  exchange?: { id: string } | undefined;
}

/** The language of the program, and what the quick start in it has as its lesson, such as `oauth.php`. */
export interface InLanguage {
  language: LanguageId;
  lesson: string;
}

const order = { failed: 0, 'not-reached': 1, passed: 2 } as const;
export const verdictWords = {
  failed: 'Failed',
  'not-reached': 'Not reached',
  passed: 'Passed',
} as const;

/** Failures first, then what the program never came to, each in the order of the list. */
export const inOrder = <One extends Told>(results: readonly One[]): One[] =>
  results.toSorted((one, other) => order[one.verdict] - order[other.verdict]);

/** The whole in one line, such as `1 failed, 2 not reached, 10 passed`. */
export function sumOf(results: readonly Told[]): string {
  const count = (verdict: Result['verdict']) =>
    results.filter((each) => each.verdict === verdict).length;
  return `${count('failed')} failed, ${count('not-reached')} not reached, ${count('passed')} passed`;
}

/** Nothing failed and nothing was missed: the exit code of a command rests on it. */
export const isCertified = (results: readonly Told[]): boolean =>
  results.length > 0 && results.every(({ verdict }) => verdict === 'passed');

/** Where the whole program stands that a fix is taken from. */
export const lessonHref = (language: LanguageId): string =>
  `/quick-start/authorization-flow/${language}/`;

function fixOf(challenge: Challenge, origin: string, { language, lesson }: InLanguage): string[] {
  const code = fixCode(challenge, language, lesson);
  const where = `[quick start in ${languageNames[language]}](${origin}${lessonHref(language)})`;
  const said = `The ${where} does it in its part “${challenge.part}”`;
  return code === undefined
    ? [`${said}.`, '']
    : [`${said}:`, '', fenced(code, codeNames[language]), ''];
}

function one(
  { challenge, verdict, received, exchange }: Told,
  origin: string,
  program: InLanguage | undefined,
): string[] {
  const { title, why, expected, section, fix } = challenge;
  const head = `## ${verdictWords[verdict]}: ${title}`;
  const evidence = exchange ? ` ([the request](${origin}${eventHref(exchange.id)}))` : '';
  if (verdict === 'passed') return [head, '', `Received: ${received}${evidence}`, ''];
  return [
    head,
    '',
    why,
    '',
    `- Expected: ${expected}`,
    `- Received: ${received}${evidence}`,
    `- Rule: [${section.label}](${section.href})`,
    `- Fix: ${fix}`,
    '',
    ...(program ? fixOf(challenge, origin, program) : []),
  ];
}

/** A report of some of the challenges says that it is one, and which are missing. */
function notRun(results: readonly Told[]): string[] {
  const left = challenges.filter(({ id }) => !results.some(({ challenge }) => challenge.id === id));
  if (left.length === 0) return [];
  return [
    `## Not run: ${left.length} of ${challenges.length}`,
    '',
    ...left.map(({ title }) => `- ${title}`),
    '',
  ];
}

/** The report to take away, in Markdown. */
export function reportOf(
  results: readonly Told[],
  about: { clientId: string; origin: string; program?: InLanguage | undefined },
): string {
  const lines = inOrder(results).flatMap((result) => one(result, about.origin, about.program));
  return [
    `# Certification of ${codeIn(about.clientId)}`,
    '',
    `${sumOf(results)}. Judged by what reached ${about.origin}.`,
    '',
    ...lines,
    ...notRun(results),
  ].join('\n');
}
