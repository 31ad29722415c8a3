import { clientType } from '#app-settings/app.ts';
import { caseOf, type KnownApp } from '../case.ts';
import type { Range } from '../finding.ts';
import type { Recognised } from '../recognise/recognise.ts';
import { recogniseAny } from '../recognise/recognise-any.ts';
import { namedApp } from '../named-app.ts';
import type { Beside, Diagnosis } from './diagnosis.ts';
import { isAnswerAlone } from './is-answer-alone.ts';
import { join } from './join.ts';
import { otherCompany } from './other-company.ts';
import type { PasteCase, PastedExchange } from './paste-case.ts';
import { isComplaint } from './complaint.ts';
import { proven } from './proven.ts';
import { recovered } from './recovered.ts';
import { isTold, place, type Placed, rank } from './rank.ts';
import { refusals } from './rules/refusals.ts';
import { settled } from './settled.ts';
import { compareVerifiers } from './verifiers.ts';

function appOf(settings: Beside['settings'], clientId = ''): KnownApp | undefined {
  return (
    settings && {
      clientId,
      clientType: clientType(settings),
      redirectUris: settings.redirectUris,
      settings,
    }
  );
}

function rangeOf(pieces: readonly { range: Range }[]): Range {
  return {
    from: Math.min(...pieces.map(({ range }) => range.from)),
    to: Math.max(...pieces.map(({ range }) => range.to)),
  };
}

function exchangesOf({ pieces }: Recognised, { settings }: Beside): PastedExchange[] {
  const joined = join(pieces);
  const all = joined.map(({ exchange }) => exchange);
  const bare = joined.map(({ exchange, unknown }, at) =>
    caseOf(exchange, all.slice(0, at), { unknown }),
  );
  const app = appOf(
    settings,
    bare.map(namedApp).find((id) => id !== undefined && id !== ''),
  );
  return joined.map(({ exchange, unknown, pieces: parts }, at) => ({
    one: caseOf(exchange, all.slice(0, at), { app, unknown }),
    pieces: parts,
    range: rangeOf(parts),
  }));
}

/** What rules look at. */
export async function pasteCaseOf(recognised: Recognised, beside: Beside): Promise<PasteCase> {
  const { text, pieces, around } = recognised;
  const all = [...pieces, ...around];
  const exchanges = exchangesOf(recognised, beside);
  return {
    recognised,
    beside,
    exchanges,
    verifiers: await compareVerifiers(text, exchanges),
    prose: proseOf(recognised),
    all,
    topics: new Set(all.flatMap(({ words = [] }) => words.map(({ topic }) => topic))),
    clients: new Set(all.flatMap(({ client }) => client ?? [])),
    raised: new Set(pieces.flatMap(({ raised }) => raised ?? [])),
  };
}

function proseOf({ text, pieces }: Recognised): string {
  let from = 0;
  const parts: string[] = [];
  for (const { range } of pieces) {
    parts.push(text.slice(from, range.from));
    from = range.to;
  }
  return [...parts, text.slice(from)].join('\n').trim();
}

/** Each claim as sure as all of the paste makes it; what went on is a note. */
const weighed = (all: readonly Placed[], paste: PasteCase): Placed[] =>
  proven(recovered(all, paste), paste);

/**
 * The verdict on what was read, a paste or a file: why it came to nothing and what it shows besides.
 *
 * @param beside what is known besides: the app's settings, and what time it is
 * @returns what was read, and its findings, the verdict first; none where all that can be judged is well
 */
export async function diagnoseRecognised(
  recognised: Recognised,
  beside: Beside,
): Promise<Diagnosis> {
  const { text } = recognised;
  const paste = await pasteCaseOf(recognised, beside);
  // Another server has other rules, also for the same words.
  if (otherCompany(text) !== undefined) {
    const { undecided } = await import('./late/instead.ts');
    return { ...recognised, findings: rank(undecided(paste)) };
  }
  // A refusal alone is judged without what judges requests.
  const shown = isAnswerAlone(paste)
    ? []
    : await (await import('./late/of-requests.ts')).ofRequests(paste);
  const told = settled(
    shown,
    refusals(paste).map((found) => place(found, 2, text)),
  );
  if (told.some(isTold)) return { ...recognised, findings: rank(weighed(told, paste)) };
  const { instead, undecided } = await import('./late/instead.ts');
  const all = [...told, ...instead(paste, told)];
  const isOver = recovered(all, paste).some(
    ({ finding: { kind } }, at) => kind !== all[at]?.finding.kind,
  );
  // Beside somebody's word that it fails, what works and is a risk is no reason.
  const graver = isComplaint(paste.prose) ? ['wrong'] : ['wrong', 'risk'];
  const isSilent = !all.some(({ finding: { kind } }) => graver.includes(kind));
  const nothing = isSilent && !isOver ? undecided(paste) : [];
  return { ...recognised, findings: rank([...weighed(all, paste), ...nothing]) };
}

/**
 * The verdict on whatever was pasted.
 *
 * @param pasted anything; read to its first 200,000 characters
 */
export async function diagnosePaste(pasted: string, beside: Beside): Promise<Diagnosis> {
  return diagnoseRecognised(await recogniseAny(pasted), beside);
}
