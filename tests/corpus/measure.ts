import { certaintyOf, type Certainty, type Finding } from '#diagnosis/finding.ts';
import { diagnosePaste } from '#diagnosis/paste/diagnose-paste.ts';
import type { CorpusCase } from './schema.ts';

/** The moment at which the corpus is read: what an `exp` is compared with. */
const now = Date.parse('2026-11-27T12:00:00Z');

type Label = CorpusCase['expected']['certainty'];

/** One case judged. */
export interface Judged {
  corpusCase: CorpusCase;
  first: Finding | undefined;
  findings: readonly Finding[];
  /** What was said of the first: its certainty, or that nothing is wrong. */
  said: Label;
  /** The cause is the right one: id and words. Of a healthy case: nothing was said. */
  isRight: boolean;
  /** More is claimed than the label allows. */
  isTooSure: boolean;
  /** It asks for what decides. */
  asks: boolean;
  isWho: boolean;
}

const weight: Record<Certainty, number> = { 'cannot tell': 0, likely: 1, certain: 2 };

const matches = (pattern: string, text: string): boolean => new RegExp(pattern, 'i').test(text);

async function judge(corpusCase: CorpusCase): Promise<Judged> {
  const { paste, settings, expected } = corpusCase;
  const diagnosis = await diagnosePaste(paste, { settings, now });
  // The strip about a secret stands beside every verdict.
  const findings = diagnosis.findings.filter(({ id }) => id !== 'LINT-003');
  const isWell = !findings.some(({ kind }) => kind === 'wrong' || kind === 'risk');
  const [first] = findings;
  const { certainty, ids, says, asks = '', who } = expected;
  const isQuiet = !first || (isWell && certainty === 'nothing');
  const said = isQuiet ? 'nothing' : certaintyOf(first);
  const words = first ? [first.title, first.why, first.fix ?? ''].join('\n') : '';
  const isCause =
    first !== undefined && (ids.length === 0 || ids.includes(first.id)) && matches(says, words);
  const isExact = certainty === 'cannot tell' || certainty === 'nothing';
  return {
    corpusCase,
    first,
    findings,
    said,
    isRight: certainty === 'nothing' ? isWell : isCause && (!isExact || said === certainty),
    isTooSure: said !== 'nothing' && (certainty === 'nothing' || weight[said] > weight[certainty]),
    asks: matches(asks, first?.lacks ?? ''),
    isWho: first?.who === undefined ? who === 'nobody' : first.who === who,
  };
}

interface Share {
  of: number;
  right: number;
}

/** What the goals are about, of some cases. */
export interface Measured {
  judged: Judged[];
  /** The right cause first, of cases that have one. */
  causes: Share;
  /** A wrong cause told *certain*. */
  falselyCertain: number;
  /** More is claimed than the label allows, be the cause right or wrong. */
  tooSure: number;
  cannotTell: Share;
  healthy: Share;
  /** Of what was told *likely*, the right ones. */
  likely: Share;
  /** Of every *cannot tell* that was told: with something to ask for. */
  asking: Share;
  who: Share;
}

const share = (all: readonly Judged[], isRight: (one: Judged) => boolean): Share => ({
  of: all.length,
  right: all.filter(isRight).length,
});

/** Runs the diagnoser over cases and counts. */
export async function measure(cases: readonly CorpusCase[]): Promise<Measured> {
  const judged: Judged[] = [];
  for (const each of cases) judged.push(await judge(each));
  const labelled = (...labels: Label[]): Judged[] =>
    judged.filter(({ corpusCase }) => labels.includes(corpusCase.expected.certainty));
  const saidOf = (label: Label): Judged[] => judged.filter(({ said }) => said === label);
  return {
    judged,
    causes: share(labelled('certain', 'likely'), ({ isRight }) => isRight),
    falselyCertain: saidOf('certain').filter(({ isRight }) => !isRight).length,
    tooSure: judged.filter(({ isTooSure }) => isTooSure).length,
    cannotTell: share(labelled('cannot tell'), ({ isRight, asks }) => isRight && asks),
    healthy: share(labelled('nothing'), ({ isRight }) => isRight),
    likely: share(saidOf('likely'), ({ isRight }) => isRight),
    asking: share(saidOf('cannot tell'), ({ first }) => (first?.lacks ?? '') !== ''),
    who: share(labelled('certain', 'likely'), ({ isWho }) => isWho),
  };
}

const told = ({ of, right }: Share): string =>
  `${right} of ${of}${of === 0 ? '' : ` (${((100 * right) / of).toFixed(1)} %)`}`;

/** The numbers as lines, with no word of any paste. */
export function tableOf(name: string, measured: Measured): string {
  const { causes, falselyCertain, tooSure, cannotTell, healthy, likely, asking, who, judged } =
    measured;
  const forms = [...new Set(judged.map(({ corpusCase }) => corpusCase.form))];
  const byForm = forms.map((form) => {
    const some = judged.filter(({ corpusCase }) => corpusCase.form === form);
    return `  ${form}: ${told(share(some, isGood))}`;
  });
  return [
    `${name}: ${judged.length} cases`,
    `the right cause first: ${told(causes)}`,
    `a wrong cause told certain: ${falselyCertain}`,
    `told surer than the label allows: ${tooSure}`,
    `cannot tell where the label says so, asking for what decides: ${told(cannotTell)}`,
    `healthy, and nothing wrong: ${told(healthy)}`,
    `of what was told likely, right: ${told(likely)}`,
    `of every cannot tell, asking for something: ${told(asking)}`,
    `who acts: ${told(who)}`,
    'by form:',
    ...byForm,
  ].join('\n');
}

/** Nothing is wrong with what was said of a case. */
export const isGood = ({ corpusCase, isRight, isTooSure, asks }: Judged): boolean =>
  isRight && !isTooSure && (corpusCase.expected.certainty !== 'cannot tell' || asks);
