import type { AppSettings } from '#app-settings/app.ts';
import { describeSettings } from '#app-settings/describe.ts';
import { certaintyOf, type Finding, type Range } from '../finding.ts';
import type { Shown } from '../hide/shown.ts';
import { escalationOf } from './escalation.ts';
import { codeIn, escaped, fenced, oneLine } from './markdown.ts';
import { removedInWords } from './removed-words.ts';

export type ReportForm = 'text' | 'markdown';

/** A line; what follows it of the paste stands as it is. */
interface Line {
  text: string;
  quoted?: string;
}

/** One part of a report: a heading with its lines, or a text as it is. */
interface Part {
  heading: string;
  lines?: (string | Line)[];
  quoted?: string;
}

const whoNames: Readonly<Record<string, string>> = {
  developer: 'the app’s developer',
  administrator: 'an administrator of the account',
  user: 'the person who signs in',
  provider: 'RingCentral',
  nobody: 'nobody has to act',
};

/** Longer stretches of the paste stand in the transcript below. */
const longestQuote = 160;

/** The line in which a range begins. */
function quoteOf(text: string, { from }: Range): string {
  const end = text.indexOf('\n', from);
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, end < 0 ? undefined : end);
  const quote = oneLine(line);
  if (quote.length <= longestQuote) return quote;
  const at = Math.max(0, quote.indexOf(oneLine(text.slice(from, from + 12))) - 40);
  const cut = quote.slice(at, at + longestQuote);
  return `${at > 0 ? '…' : ''}${cut}${at + longestQuote < quote.length ? '…' : ''}`;
}

function evidenceOf(found: Finding, text: string): Line[] {
  const placed = found.evidence.map(({ parameter, range }): Line =>
    range === undefined ? { text: parameter } : { text: parameter, quoted: quoteOf(text, range) },
  );
  const compared = (found.comparison ?? []).map(({ label, segments, verdict }): Line => ({
    text: verdict ? `${label} (${verdict})` : label,
    quoted: oneLine(segments.map((one) => one.text).join('')),
  }));
  const all = [...placed, ...compared];
  return all.filter(
    (one, at) =>
      all.findIndex(({ text: other, quoted }) => other === one.text && quoted === one.quoted) ===
      at,
  );
}

function verdictOf(found: Finding): Part {
  const [, ...others] = found.claims;
  const say = (name: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`${name}: ${value}`];
  return {
    heading: 'Verdict',
    lines: [
      `${found.title} (${certaintyOf(found)})`,
      ...others.map(({ certainty, text }) => `${text} (${certainty})`),
      `Why: ${found.why}`,
      ...say('Change', found.fix),
      ...(found.setting?.changes ?? []).map((change) => `Setting: ${change}`),
      ...say('Who', whoNames[found.who ?? '']),
      ...say('To ask for', found.lacks),
      ...say('Code', found.code),
    ],
  };
}

const excludedOf = (findings: readonly Finding[]): string[] => [
  ...new Set(
    findings.flatMap(({ excluded = [] }) =>
      excluded.map(({ cause, code }) =>
        code === undefined ? cause : `${cause} (would be ${code})`,
      ),
    ),
  ),
];

function escalationLines(shown: Shown, excluded: readonly string[]): string[] {
  const { requestIds, times, hosts, clientIds, statuses, codes } = escalationOf(shown);
  const line = (name: string, values: readonly string[]): string =>
    `${name}: ${values.length > 0 ? values.join(', ') : 'not shown'}`;
  return [
    line('Request ids', requestIds),
    line('Times (UTC)', times),
    line('Host', hosts),
    line('Client id', clientIds),
    line('Status', statuses),
    line('Codes', codes),
    `Excluded: ${excluded.length > 0 ? excluded.join('; ') : 'nothing'}`,
  ];
}

function partsOf(shown: Shown, settings: AppSettings | undefined): Part[] {
  const { text, findings, removed, isCut } = shown;
  const [first, ...others] = findings;
  const excluded = excludedOf(findings);
  const evidence = first ? evidenceOf(first, text) : [];
  const part = (heading: string, lines: (string | Line)[]): Part[] =>
    lines.length > 0 ? [{ heading, lines }] : [];
  return [
    first ? verdictOf(first) : { heading: 'Verdict', lines: ['The paste shows nothing wrong.'] },
    ...part('Evidence', evidence),
    ...part('Excluded', excluded),
    ...part(
      'Also seen',
      others.map((found) => `${found.kind}, ${certaintyOf(found)}: ${found.title}`),
    ),
    ...(settings
      ? part('App settings', [
          describeSettings(settings),
          `Redirect URIs: ${settings.redirectUris.join(', ') || 'none'}`,
          `App scopes: ${settings.scopes.join(', ') || 'none'}`,
        ])
      : []),
    { heading: 'For escalation', lines: escalationLines(shown, excluded) },
    {
      heading: 'Removed from what was pasted',
      lines: removed.length > 0 ? removedInWords(removed) : ['Nothing had to be removed.'],
    },
    {
      heading: isCut ? 'What was pasted, masked; its beginning' : 'What was pasted, masked',
      quoted: text,
    },
  ];
}

const lineOf = (line: string | Line): Line => (typeof line === 'string' ? { text: line } : line);

function markdownLine(line: string | Line): string {
  const { text, quoted } = lineOf(line);
  return `- ${escaped(text)}${quoted === undefined ? '' : `: ${codeIn(quoted)}`}`;
}

function textLine(line: string | Line): string {
  const { text, quoted } = lineOf(line);
  return oneLine(`- ${text.replaceAll('`', '')}${quoted === undefined ? '' : `: ${quoted}`}`);
}

const asMarkdown = ({ heading, lines = [], quoted }: Part): string =>
  `## ${heading}\n\n${quoted === undefined ? lines.map(markdownLine).join('\n') : fenced(quoted)}`;

const asText = ({ heading, lines = [], quoted }: Part): string =>
  `${heading.toUpperCase()}\n${quoted ?? lines.map(textLine).join('\n')}`;

/**
 * A diagnosis as a report to keep in a ticket or to hand on: verdict with its certainty, what proves
 * it, what is excluded, what an operator needs to find the requests, what was removed, and the masked
 * paste. Numbers of persons are in none of it.
 */
export function reportOf(shown: Shown, as: ReportForm, settings?: AppSettings): string {
  const write = as === 'markdown' ? asMarkdown : asText;
  return `${partsOf(shown, settings).map(write).join('\n\n')}\n`;
}
