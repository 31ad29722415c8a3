// Checks every link of the built site; run after the build.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BuiltSite } from './built-site.mjs';
import { checkLinks } from './links/check.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const site = new BuiltSite(process.argv[2] ?? join(root, 'dist'));
const { checked, problems } = checkLinks(site);
for (const problem of problems) console.error(problem);
console.log(
  `${checked} references of ${site.pages.length} pages checked, ${problems.length} broken`,
);
process.exit(problems.length === 0 && checked > 0 ? 0 : 1);
