import { readFileSync, writeFileSync } from 'node:fs';

/** A run's state without what no test reached. */
export function withoutUnreached(state) {
  const files = Object.entries(state.files).map(([name, file]) => [
    name,
    { ...file, mutants: file.mutants.filter(({ status }) => status !== 'NoCoverage') },
  ]);
  return { ...state, files: Object.fromEntries(files) };
}

/**
 * StrykerJS would keep "no test comes here" for a place that a test has come to load since, and that
 * is left out for that. To ask it again costs nothing, for nothing runs.
 */
export function forgetUnreached(file) {
  writeFileSync(file, JSON.stringify(withoutUnreached(JSON.parse(readFileSync(file, 'utf8')))));
}
