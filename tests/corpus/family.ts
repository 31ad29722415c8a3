import type { CaseInput } from './schema.ts';

type Expected = CaseInput['expected'];
type Verdict = Omit<Expected, 'hasSecret'>;
type Who = Expected['who'];

/** A case before the family's own values are filled in. */
interface Draft extends Verdict {
  id: string;
  paste: string;
  form?: CaseInput['form'];
  language?: CaseInput['language'];
  settings?: CaseInput['settings'];
  secrets?: string[];
  people?: string[];
  source?: string;
  cause?: string;
  fix?: string;
  made?: string;
}

const saying =
  (certainty: 'certain' | 'likely') =>
  (ids: string[], says: RegExp, who: Who = 'developer'): Verdict => ({
    certainty,
    ids,
    says: says.source,
    who,
  });

/** The paste, with the settings where they are given, proves the cause. */
export const certain = saying('certain');
/** The cause fits best, and the paste does not prove it. */
export const likely = saying('likely');

/** Nothing in the paste decides: what is said of it, and what has to be asked for. */
export const cannotTell = (
  says: RegExp,
  asks: RegExp,
  ids: string[] = [],
  who: Who = 'nobody',
): Verdict => ({ certainty: 'cannot tell', ids, says: says.source, who, asks: asks.source });

/** A paste in which all is well. */
export const nothing: Verdict = { certainty: 'nothing', ids: [], says: '', who: 'nobody' };

/** The cases of one family: what each leaves out is filled in. */
export function family(form: CaseInput['form'], drafts: Draft[]): CaseInput[] {
  return drafts.map(({ certainty, ids, says, who, asks, ...rest }) => ({
    form,
    language: 'en',
    secrets: [],
    people: [],
    source: 'written for the corpus',
    ...rest,
    expected: {
      certainty,
      ids,
      says,
      who,
      ...(asks !== undefined && { asks }),
      hasSecret: (rest.secrets ?? []).length > 0,
    },
  }));
}
