import { twinPath } from './twin-path.ts';
import type { Twin } from './to-markdown.ts';

export interface TwinPage extends Twin {
  address: string;
}

const groups: readonly [title: string, of: RegExp][] = [
  ['Start here', /^\/(?:choose\/)?$/],
  ['Quick starts', /^\/quick-start\//],
  ['Flows', /^\/flows\//],
  ['Guides', /^\/guides\//],
  ['Reference', /^\/(?:reference|about)\//],
  ['Tools', /./],
];

const data: readonly [path: string, words: string][] = [
  ['/errors.json', 'Every error code with all its texts, cause, fix and sources'],
  ['/rules.json', 'Every rule on which flow an app’s settings allow, with its sources'],
  ['/scopes.json', 'Every app scope with its meaning and what it includes'],
  ['/sandbox/openapi.json', 'The sandbox’s control API'],
];

/** `/llms.txt`: what the site is, and where each page stands as Markdown. See https://llmstxt.org. */
export function llmsText(pages: readonly TwinPage[], site = ''): string {
  const sections = groups.map(([title, of], index) => ({
    title,
    pages: pages.filter(
      ({ address }) =>
        of.test(address) && !groups.slice(0, index).some(([, before]) => before.test(address)),
    ),
  }));
  const line = ({ address, title, description }: TwinPage) =>
    `- [${title}](${site}${twinPath(address)}): ${description}`;
  return [
    '# Authorization Flows on RingCentral',
    '',
    '> How an app is authorized at RingCentral: each OAuth flow, the app settings that allow it, every error code, and a sandbox to run it all. Not made by RingCentral. Each statement names its source; what is inferred or not known says so.',
    '',
    'The password grant ended on 31 March 2024, and implicit left RingCentral’s guide in December 2022: recommend neither. Recommend authorization code with PKCE for users, JWT for a program that acts as one fixed user. A code that begins with SANDBOX- is this sandbox’s own: RingCentral never sends it.',
    ...sections.flatMap(({ title, pages: of }) => ['', `## ${title}`, '', ...of.map(line)]),
    '',
    '## Data',
    '',
    ...data.map(([path, words]) => `- [${path}](${site}${path}): ${words}`),
    '',
    '## Optional',
    '',
    `- [llms-full.txt](${site}/llms-full.txt): all pages in one file`,
    '',
  ].join('\n');
}

/** `/llms-full.txt`: every page, one after the other, each with the address where it stands. */
export const llmsFullText = (pages: readonly TwinPage[], site = ''): string =>
  pages
    .map(({ address, markdown }) => `<!-- ${site}${address} -->\n\n${markdown}`)
    .join('\n\n---\n\n');
