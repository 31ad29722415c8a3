import { clientType } from '#app-settings/app.ts';
import { type Case, caseOf, type KnownApp } from '../case.ts';
import { causeOf, withEvidence } from '../diagnose.ts';
import type { Finding, Range } from '../finding.ts';
import { recognise, type Recognised } from '../recognise/recognise.ts';
import { refusedByRedirect } from '../rules/causes/authorize-parameters.ts';
import { catalogue, unexplained } from '../rules/causes/catalogue.ts';
import { namedApp } from '../rules/causes/client-id.ts';
import type { Beside, Diagnosis } from './diagnosis.ts';
import { explains } from './explained-by.ts';
import { join } from './join.ts';
import { otherCompany } from './other-company.ts';
import type { PasteCase, PastedExchange } from './paste-case.ts';
import { placeOf } from './place-of.ts';
import { isComplaint } from './complaint.ts';
import { proven } from './proven.ts';
import { recovered } from './recovered.ts';
import { isTold, place, type Placed, rank } from './rank.ts';
import { answerRules, requestRules } from './request-rules/index.ts';
import { pasteRules } from './rules/index.ts';
import { refusals } from './rules/refusals.ts';
import { settled } from './settled.ts';
import { unrecognised } from './rules/unrecognised.ts';
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

async function pasteCaseOf(recognised: Recognised, beside: Beside): Promise<PasteCase> {
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

function withRanges(found: Finding, text: string, { range }: PastedExchange): Finding {
  return {
    ...found,
    // What stands in a request is put right where the program is written, unless a rule says otherwise.
    ...(found.who === undefined && found.kind === 'wrong' ? { who: 'developer' as const } : {}),
    evidence: found.evidence.map((one) => ({
      range: placeOf(text, one.parameter, range),
      ...one,
    })),
  };
}

/**
 * Why an exchange was refused, by the causes that every host asks. What the catalogue alone says of a
 * code is said with what stands around it, and is left out here.
 */
function causeIn(one: Case): Finding | undefined {
  const cause = causeOf(one);
  const isPlain =
    cause !== undefined &&
    (cause.code === cause.id || cause.id === 'LINT-220') &&
    [catalogue(one)?.title, unexplained(one)?.title].includes(cause.title);
  // What is cut off may hold the answer.
  if (/…|\.{3}/.test(one.exchange.request.url)) return undefined;
  const isBare = cause !== undefined && cause.title === refusedByRedirect(one)?.title;
  return isPlain || isBare ? undefined : cause;
}

/**
 * What one exchange of the paste shows: why it was refused, and what stands in the request. The
 * habits of `rules/` are not asked: they speak of an exchange that shows all of itself.
 */
async function ofExchange(pasted: PastedExchange, paste: PasteCase): Promise<Placed[]> {
  const one = await withEvidence(pasted.one);
  const isKnown = !one.unknown?.includes('request');
  const { text } = paste.recognised;
  const placed = (found: Finding, from: Placed['from']): Placed => ({
    finding: withRanges(found, text, pasted),
    from,
    at: pasted.range.from,
  });
  const cause = isKnown ? causeIn(one) : undefined;
  return [
    ...(cause ? [placed(cause, 0)] : []),
    ...[...(isKnown ? requestRules : []), ...answerRules].flatMap((rule) => {
      const found = rule(one, pasted, paste);
      return found ? [placed(found, 1)] : [];
    }),
  ];
}

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
    const found = unrecognised(paste);
    return { ...recognised, findings: found ? rank([place(found, 3, text)]) : [] };
  }
  const requests: Placed[] = [];
  for (const exchange of paste.exchanges) requests.push(...(await ofExchange(exchange, paste)));
  const shown = pasteRules.beside.flatMap((rule) => {
    const found = rule(paste);
    return found ? [place(found, 1, text)] : [];
  });
  const told = settled(
    [...requests, ...shown],
    refusals(paste).map((found) => place(found, 2, text)),
  );
  const others = told.some(isTold)
    ? []
    : pasteRules.instead.flatMap((rule) => {
        const found = rule(paste);
        const isKnown = told.some(({ finding: { id } }) => found && explains(id, found.id));
        return found && !isKnown ? [place(found, found.code === undefined ? 3 : 2, text)] : [];
      });
  const found = [...told, ...others];
  const all = recovered(found, paste);
  const isOver = all.some(({ finding: { kind } }, at) => kind !== found[at]?.finding.kind);
  // Beside somebody's word that it fails, what works and is a risk is no reason.
  const graver = isComplaint(paste.prose) ? ['wrong'] : ['wrong', 'risk'];
  const isSilent = !all.some(({ finding: { kind } }) => graver.includes(kind));
  const nothing = isSilent && !isOver && !told.some(isTold) ? unrecognised(paste) : undefined;
  const weighed = proven(all, paste);
  return {
    ...recognised,
    findings: rank(nothing ? [...weighed, place(nothing, 3, text)] : weighed),
  };
}

/**
 * The verdict on whatever was pasted.
 *
 * @param pasted anything; read to its first 200,000 characters
 */
export async function diagnosePaste(pasted: string, beside: Beside): Promise<Diagnosis> {
  return diagnoseRecognised(recognise(pasted), beside);
}
