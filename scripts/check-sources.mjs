// npm run check:sources: whether every source that the site cites still stands, and what stands on those
// that have changed. It needs the repositories or the network, so it is not part of npm test.
//
//   npm run check:sources -- --from FOLDER    repositories as FOLDER/owner/name; pages and RFCs are not asked
//   npm run check:sources -- --network        GitHub, RFC Editor and pages over the network
//   … --write                                 the same, and what was found goes into checked.json with today's date
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { besideRules } from '#app-settings/rules/beside.ts';
import { rules } from '#app-settings/rules/index.ts';
import { sources } from '#app-settings/sources.ts';
import { threads } from '#components/guide/threads.ts';
import { rfcSections } from '#protocol/rfc-sections.ts';
import { sightingSources } from '#protocol/errors/seen/sources.ts';
import { checkSources } from './sources/check.mjs';
import { citationsOf } from './sources/citations.mjs';
import { Folder, Network } from './sources/places.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const kept = fileURLToPath(new URL('../src/components/sources/checked.json', import.meta.url));

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    network: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
if (values.from === undefined && !values.network) {
  console.error(
    'Name a folder of repositories with --from FOLDER, or ask the network with --network.',
  );
  process.exit(2);
}

const citations = citationsOf(root, { sources, sightingSources, threads });
for (const { id, words, source } of [...rules, ...besideRules]) {
  for (const { href } of source) {
    if (href) citations.get(href.replace(/#.*$/, ''))?.push({ file: `rule ${id}`, text: words });
  }
}
const { data, problems, changed, notAsked, counts } = await checkSources({
  data: JSON.parse(readFileSync(kept, 'utf8')),
  citations,
  sections: rfcSections,
  place: values.network ? new Network() : new Folder(values.from),
  today: new Date().toISOString().slice(0, 10),
  write: values.write,
});

for (const { href, why, places } of [...problems, ...changed]) {
  console.log(`\n${href}\n  ${why}`);
  for (const { file, line, text } of places) {
    console.log(`  ${line === undefined ? file : `${file}:${line}`}  ${text.slice(0, 240)}`);
  }
}
console.log(
  `\n${counts.held} sources stand as they were cited, ${changed.length} have changed since, ` +
    `${problems.length} do not hold, ${notAsked} could not be asked from here.`,
);
if (values.write) writeFileSync(kept, `${JSON.stringify(data, undefined, 2)}\n`);
process.exit(problems.length > 0 ? 1 : 0);
