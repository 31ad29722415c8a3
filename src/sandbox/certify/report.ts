import { type LanguageId, languageNames } from '#flows/language-names.ts';
import { eventHref } from '#protocol/event-href.ts';
import type { Result } from './run.ts';

const order = { failed: 0, 'not-reached': 1, passed: 2 } as const;
const words = { failed: 'Failed', 'not-reached': 'Not reached', passed: 'Passed' } as const;

/** Failures first, then what the program never came to, each in the order of the list. */
export const inOrder = (results: readonly Result[]): Result[] =>
  results.toSorted((one, other) => order[one.verdict] - order[other.verdict]);

/** The whole in one line, such as `1 failed, 2 not reached, 10 passed`. */
export function sumOf(results: readonly Result[]): string {
  const count = (verdict: Result['verdict']) =>
    results.filter((each) => each.verdict === verdict).length;
  return `${count('failed')} failed, ${count('not-reached')} not reached, ${count('passed')} passed`;
}

/** Nothing failed and nothing was missed: the exit code of a command rests on it. */
export const isCertified = (results: readonly Result[]): boolean =>
  results.length > 0 && results.every(({ verdict }) => verdict === 'passed');

function one(
  { challenge, verdict, received, exchange }: Result,
  origin: string,
  language: LanguageId | undefined,
): string[] {
  const { title, why, expected, section, fix, part } = challenge;
  const head = `## ${words[verdict]}: ${title}`;
  const evidence = exchange ? ` ([the request](${origin}${eventHref(exchange.id)}))` : '';
  if (verdict === 'passed') return [head, '', `Received: ${received}${evidence}`, ''];
  const shown = language
    ? ` The part “${part}” of the [quick start in ${languageNames[language]}](${origin}/quick-start/authorization-flow/${language}/) does it.`
    : '';
  return [
    head,
    '',
    why,
    '',
    `- Expected: ${expected}`,
    `- Received: ${received}${evidence}`,
    `- Rule: [${section.label}](${section.href})`,
    `- Fix: ${fix}${shown}`,
    '',
  ];
}

/** The report to take away, in Markdown. */
export function reportOf(
  results: readonly Result[],
  about: { clientId: string; origin: string; language?: LanguageId | undefined },
): string {
  const lines = inOrder(results).flatMap((result) => one(result, about.origin, about.language));
  return [
    `# Certification of ${about.clientId}`,
    '',
    `${sumOf(results)}. Judged by what reached ${about.origin}.`,
    '',
    ...lines,
  ].join('\n');
}
