/** What came of a room's mutants, in numbers. */
export function countsOf(results) {
  const count = (...states) => results.filter(({ status }) => states.includes(status)).length;
  const counts = {
    killed: count('Killed', 'RuntimeError', 'CompileError'),
    timedOut: count('Timeout'),
    survived: count('Survived'),
    notReached: count('NoCoverage'),
    left: count('Ignored'),
  };
  const mutants = counts.killed + counts.timedOut + counts.survived + counts.notReached;
  const noticed = counts.killed + counts.timedOut;
  return { ...counts, mutants, score: mutants === 0 ? 0 : (100 * noticed) / mutants };
}

/** Those that no test noticed, a line each: where, what stood there, what stands there now. */
export function survivorsOf(results) {
  return results
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ fileName, location, mutatorName, replacement, status }) => {
      const { line, column } = location.start;
      const now = replacement?.replace(/\s+/g, ' ').slice(0, 100) ?? '';
      return `${fileName}:${line}:${column} ${mutatorName} -> ${now}${status === 'NoCoverage' ? ' (no test comes here)' : ''}`;
    })
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}
