import type { FlowId } from '#app-settings/app.ts';
import { rowNames } from '../words.ts';
import type { Row } from './rows.ts';

/** The answer above the rows. */
export interface Sum {
  /** What to build on: "Use code with PKCE". */
  headline: string;
  /** How many flows work today, and which. */
  sentence: string;
  works: boolean;
}

const numbers = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'];

const inSentence = (flow: FlowId): string => {
  const name = rowNames[flow];
  return name === 'JWT' ? name : name.charAt(0).toLowerCase() + name.slice(1);
};

/** "a", "a and b", "a, b and c". */
const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** Which flows work, those that do with a warning, and those of which nothing certain is known. */
function sentenceOf(
  allowed: readonly FlowId[],
  warned: readonly FlowId[],
  doubtful: readonly FlowId[],
): string {
  const first = allowed.length > 0 ? allowed : warned;
  const names = (flows: readonly FlowId[]): string => listed(flows.map(inSentence));
  const more = (flows: readonly FlowId[], words: string): string[] =>
    flows.length === 0
      ? []
      : [
          `${numbers[flows.length] ?? ''}${first.length > 0 ? ' more' : ''} ${words}: ${names(flows)}.`,
        ];
  const works = `${numbers[first.length] ?? ''} of seven flows ${first.length > 1 ? 'work' : 'works'} with these settings today`;
  return [
    first.length === 0
      ? `${works}.`
      : `${works}${first === warned ? ', with a warning' : ''}: ${names(first)}.`,
    ...(first === warned ? [] : more(warned, 'with a warning')),
    ...more(doubtful, 'in doubt'),
  ].join(' ');
}

/**
 * Says in words what the rows say, by what RingCentral does today.
 *
 * @param rows a row of two answers counts by its first
 */
export function sumOf(rows: readonly Row[]): Sum {
  const flowsWith = (test: (today: string) => boolean): FlowId[] =>
    rows.filter(({ answers: [answer] }) => test(answer.today)).map(({ flow }) => flow);
  const allowed = flowsWith((today) => today === 'allowed');
  const warned = flowsWith((today) => today === 'warning');
  const doubtful = flowsWith((today) => today === 'disputed' || today === 'not known');
  const open = [...allowed, ...warned];
  const best = (['auth-code-pkce', 'jwt'] as const).filter((flow) => open.includes(flow));
  return {
    headline:
      best.length === 2
        ? 'Use code with PKCE, or JWT for one fixed user'
        : best[0]
          ? `Use ${inSentence(best[0])}`
          : doubtful.length > 0
            ? 'No flow is certain'
            : 'No flow to build on yet',
    sentence: sentenceOf(allowed, warned, doubtful),
    works: best.length > 0,
  };
}
