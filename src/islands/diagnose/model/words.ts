import { certaintyOf, type Finding } from '#diagnosis/finding.ts';
import type { Removed, Shown } from '#diagnosis/hide/shown.ts';
import { verdictOf } from '#diagnosis/reply/verdict.ts';
import type { VerdictKind } from '#islands/parts/Verdict.tsx';
import type { Phase } from './phase.ts';

/** The shape that stands for a finding. */
export function shapeOf(found: Finding | undefined): VerdictKind {
  if (!found || found.kind === 'note' || found.kind === 'well') return 'allowed';
  if (certaintyOf(found) === 'cannot tell') return 'unknown';
  return found.kind === 'risk' ? 'warning' : 'refused';
}

export const nothingWrong = 'It shows nothing wrong';

/** What a screen reader hears, once. */
export function spokenVerdict(shown: Shown): string {
  const found = verdictOf(shown);
  if (!found) return `${nothingWrong}.`;
  const { title, code } = found;
  return `${certaintyOf(found)}: ${title.replaceAll('`', '')}${code ? `, ${code}` : ''}.`;
}

/** What is asked at an address, by the end of its path. */
const places: readonly [RegExp, string][] = [
  [/\/oauth\/authorize$/, 'authorization endpoint'],
  [/\/oauth\/token$/, 'token endpoint'],
  [/\/oauth\/revoke$/, 'revocation endpoint'],
  [/\/restapi\/v\d/, 'API'],
];

/** The status and the place of the first answer that was no good, where no code stands for it. */
export function whereItFailed({ pieces }: Shown): { status?: string; place?: string } {
  const { exchange } = pieces.find((piece) => (piece.exchange?.response?.status ?? 0) >= 400) ?? {};
  if (!exchange) return {};
  const [path = ''] = exchange.request.url.split(/[?#]/);
  const place = places.find(([pattern]) => pattern.test(path))?.[1];
  return { status: String(exchange.response?.status), ...(place === undefined ? {} : { place }) };
}

const plural = (word: string): string => (word.endsWith('s') ? `${word}es` : `${word}s`);

/** "2 client secrets, 1 phone number": what was hidden, each value counted once. */
export function hiddenInWords(removed: readonly Removed[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of removed) {
    const name = kind.replaceAll('_', ' ');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => `${count} ${count === 1 ? name : plural(name)}`)
    .join(', ');
}

/** The state of the page, for its title: no word of what was pasted, because a browser keeps titles. */
export function pageState(phase: Phase): string {
  if (phase.kind === 'reading') return 'Reading';
  if (phase.kind === 'empty') return '';
  const found = verdictOf(phase.shown);
  if (!found) return 'Nothing wrong';
  const certainty = certaintyOf(found);
  return [certainty.charAt(0).toUpperCase() + certainty.slice(1), found.code]
    .filter(Boolean)
    .join(': ');
}
