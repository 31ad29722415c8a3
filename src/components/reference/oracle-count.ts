/** How many columns of the table describe an app; a column for each flow follows. */
const describing = 7;
const flows = 7;

/**
 * How many apps and cells the hand-typed table of outcomes stands for.
 *
 * @param csv The table's text: in a column that describes an app, `|` separates several.
 */
export function oracleCount(csv: string): { apps: number; cells: number } {
  const [, ...lines] = csv.trim().split('\n');
  const apps = lines
    .map((line) => line.split(',').slice(0, describing))
    .map((columns) => columns.reduce((product, column) => product * column.split('|').length, 1))
    .reduce((sum, each) => sum + each, 0);
  return { apps, cells: apps * flows };
}
