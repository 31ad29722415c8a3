// Weighs the JavaScript of every built page, and the HTML of guides and quick starts, against their budgets; run after the build.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { budgets, measure, measureHtml, measureLate } from './budgets/budgets.mjs';
import { BuiltSite } from './built-site.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const site = new BuiltSite(process.argv[2] ?? join(root, 'dist'));
const rows = measure(site);
const late = measureLate(site);
const html = measureHtml(site);
const width = Math.max(...rows.map(({ address }) => address.length));
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(2)} kB`.padStart(9);

console.log('JavaScript before anything is pressed, gzipped (inline scripts included):');
for (const { address, kind, total, inline, limit, isWithin } of rows) {
  const verdict = isWithin ? 'within' : 'OVER  ';
  console.log(
    `  ${address.padEnd(width)} ${kilobytes(total)} of ${kilobytes(limit)}  ${verdict}  ${kind}, inline ${kilobytes(inline).trim()}`,
  );
}
const over = rows.filter(({ isWithin }) => !isWithin);
for (const { address, files } of over) {
  console.error(`${address} is over its budget. Its files, largest first:`);
  const largest = [...files].sort(([, a], [, b]) => b - a);
  for (const [file, size] of largest) console.error(`  ${kilobytes(size)} ${file}`);
}
console.log(
  `${rows.length} pages, ${over.length} over (prose ${kilobytes(budgets.prose).trim()}, with an island ${kilobytes(budgets.island).trim()})`,
);
for (const [title, weighed] of [
  ['HTML, as it is read', html],
  ['Loaded late, gzipped', late],
]) {
  console.log(`${title}:`);
  for (const { address, total, limit, isWithin } of weighed) {
    const verdict = isWithin ? 'within' : 'OVER  ';
    console.log(
      `  ${address.padEnd(width)} ${kilobytes(total)} of ${kilobytes(limit)}  ${verdict}`,
    );
  }
}
const isRestWithin = html.length > 0 && [...html, ...late].every(({ isWithin }) => isWithin);
process.exit(over.length === 0 && rows.length > 0 && isRestWithin ? 0 : 1);
