import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { referencesOf, referencesOfStyles } from './references.mjs';
import { origin, steps } from './steps.mjs';

/**
 * Every link, fragment and file that the built pages and stylesheets refer to.
 * @returns `{ checked, problems }`, one line a problem
 */
export function checkLinks(site) {
  const styles = readdirSync(site.folder, { recursive: true })
    .map((file) => `/${file.split(sep).join('/')}`)
    .filter((path) => path.endsWith('.css') && !path.startsWith('/pagefind/'));
  const references = [
    ...site.pages.flatMap(referencesOf),
    ...styles.flatMap((path) => referencesOfStyles(path, site.read(path))),
  ];
  const problems = references.flatMap((reference) => {
    const { page, element, target } = reference;
    const where = `${page.address}: <${element}> ${target}`;
    const base = new URL(page.address, origin);
    if (!URL.canParse(target, base)) return [`${where} is no address`];
    const url = new URL(target, base);
    if (!['http:', 'https:', 'data:'].includes(url.protocol)) return [];
    return steps.flatMap((step) => {
      const problem = step.problem(reference, url, site);
      return problem ? [`${where} ${problem}`] : [];
    });
  });
  return { checked: references.length, problems: [...new Set(problems)] };
}
