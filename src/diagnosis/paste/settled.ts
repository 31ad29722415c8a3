import { certaintyOf, type Finding } from '../finding.ts';
import { explains } from './explained-by.ts';
import type { Placed } from './rank.ts';

const isRule = ({ id }: Finding): boolean => /^[XM]\d+$/.test(id);
/** It repeats what the server said, and no more. */
const isOfCode = ({ id, code }: Finding): boolean => id === code;

/** What explains a code best stands first: the settings, what the request shows, the engine, the code. */
function grade({ finding, from }: Placed, code: string): number | undefined {
  const isAbout = finding.code === code || (finding.kind === 'wrong' && explains(finding.id, code));
  if (!isAbout || certaintyOf(finding) === 'cannot tell') return undefined;
  if (finding.kind !== 'wrong' && finding.code !== code) return undefined;
  if (isRule(finding)) return certaintyOf(finding) === 'certain' ? 0 : 4;
  if (isOfCode(finding)) return from === 0 ? 6 : 5;
  if (finding.kind === 'note') return 1;
  if (from === 1) return certaintyOf(finding) === 'certain' ? 1 : 3;
  return from === 0 ? 2 : 4;
}

/**
 * One refusal has one finding that is wrong: of all that is said of a code the best explanation
 * stays. What a request shows beside a refusal is a risk.
 *
 * @param requests what exchanges show: why they were refused, and what stands in them
 * @param refused what the codes and texts of the paste say
 */
export function settled(requests: readonly Placed[], refused: readonly Placed[]): Placed[] {
  const all = [...requests, ...refused];
  const codes = new Set(
    all.flatMap(({ finding: { code }, from }) => (from === 1 ? [] : (code ?? []))),
  );
  const best = new Map<Placed, string>();
  for (const code of codes) {
    const graded = all.flatMap((one) => {
      const of = grade(one, code);
      return of === undefined ? [] : [{ one, of }];
    });
    const [first] = graded.toSorted((one, other) => one.of - other.of);
    if (first && !best.has(first.one)) best.set(first.one, code);
  }
  return all.flatMap((one): Placed[] => {
    const { finding: found, from } = one;
    const code = best.get(one);
    if (code !== undefined)
      return [{ ...one, from: from === 1 ? 0 : from, finding: { ...found, code } }];
    if (codes.size === 0) return [one];
    // The same refusal, told less well.
    if (from !== 1 && found.code !== undefined) return [];
    return [found.kind === 'wrong' ? { ...one, finding: { ...found, kind: 'risk' } } : one];
  });
}
