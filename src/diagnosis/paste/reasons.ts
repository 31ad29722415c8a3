import { explains } from './explained-by.ts';
import type { Placed } from './rank.ts';

/** Causes that say less than the request itself shows. */
const coarse = new Set(['LINT-172', 'LINT-110']);

/**
 * Puts what a request shows in the place of a cause that it explains more exactly: the server says
 * that it does not know the client, and the header shows a word where the client id should be.
 *
 * @param told of one paste, causes of refusals among them (`from` 0)
 */
export function withReasons(told: readonly Placed[]): Placed[] {
  let all = [...told];
  for (const cause of told) {
    const { id, code } = cause.finding;
    if (cause.from !== 0) continue;
    const finer = all.find(
      ({ finding, from }) =>
        from !== 0 &&
        finding.kind === 'wrong' &&
        (finding.id === id ||
          (code !== undefined && (id === code || coarse.has(id)) && explains(finding.id, code))),
    );
    if (!finer) continue;
    const promoted: Placed = {
      ...finer,
      from: 0,
      finding: { ...finer.finding, ...(code === undefined ? {} : { code }) },
    };
    all = all.filter((one) => one !== cause).map((one) => (one === finer ? promoted : one));
  }
  return all;
}
