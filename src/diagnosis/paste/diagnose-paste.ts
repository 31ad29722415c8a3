import { clientType } from '#app-settings/app.ts';
import { caseOf, type KnownApp } from '../case.ts';
import { causeOf, withEvidence } from '../diagnose.ts';
import type { Finding, Range } from '../finding.ts';
import { recognise, type Recognised } from '../recognise/recognise.ts';
import { namedApp } from '../rules/causes/client-id.ts';
import type { Beside, Diagnosis } from './diagnosis.ts';
import { join } from './join.ts';
import type { PasteCase, PastedExchange } from './paste-case.ts';
import { type Placed, rank } from './rank.ts';
import { requestRules } from './request-rules/index.ts';
import { pasteRules } from './rules/index.ts';

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

function proseOf({ text, pieces }: Recognised): string {
  let from = 0;
  const parts: string[] = [];
  for (const { range } of pieces) {
    parts.push(text.slice(from, range.from));
    from = range.to;
  }
  return [...parts, text.slice(from)].join('\n').trim();
}

/** Where a parameter stands in its piece; the whole piece where it is not written there as such. */
function placeOf(text: string, parameter: string, range: Range): Range {
  const at = text.slice(range.from, range.to).indexOf(parameter);
  if (parameter === '' || at < 0) return range;
  const from = range.from + at;
  const [whole = parameter] = /^[^\s&"']{1,400}/.exec(text.slice(from, range.to)) ?? [];
  return { from, to: from + whole.length };
}

function withRanges(found: Finding, text: string, { range }: PastedExchange): Finding {
  return {
    ...found,
    evidence: found.evidence.map((one) => ({
      range: placeOf(text, one.parameter, range),
      ...one,
    })),
  };
}

/**
 * What one exchange of the paste shows: why it was refused, by the causes that every host asks, and
 * what stands in the request, by the rules of a paste. The habits of `rules/` are not asked: they
 * speak of an exchange that shows all of itself.
 */
async function ofExchange(pasted: PastedExchange, paste: PasteCase): Promise<Placed[]> {
  const one = await withEvidence(pasted.one);
  const isKnown = !one.unknown?.includes('request');
  const cause = isKnown ? causeOf(one) : undefined;
  const asked = isKnown
    ? requestRules.flatMap((rule) => {
        const found = rule(one, pasted, paste);
        return found ? [found] : [];
      })
    : [];
  return [...(cause ? [cause] : []), ...asked].map((found) => ({
    finding: withRanges(found, paste.recognised.text, pasted),
    from: found.code === undefined ? 1 : 0,
    at: pasted.range.from,
  }));
}

function ofPaste(paste: PasteCase): Placed[] {
  return pasteRules.flatMap((rule) => {
    const found = rule(paste);
    const at = found?.evidence[0]?.range?.from ?? paste.recognised.text.length;
    return found ? [{ finding: found, from: found.code === undefined ? 2 : 0, at }] : [];
  });
}

/**
 * The verdict on whatever was pasted: why it came to nothing and what it shows besides.
 *
 * @param pasted anything; read to its first 200,000 characters
 * @param beside what is known besides: the app's settings, and what time it is
 * @returns what was read, and its findings, the verdict first; none where all that can be judged is well
 */
export async function diagnosePaste(pasted: string, beside: Beside): Promise<Diagnosis> {
  const recognised = recognise(pasted);
  const exchanges = exchangesOf(recognised, beside);
  const paste: PasteCase = { recognised, beside, exchanges, prose: proseOf(recognised) };
  const shown: Placed[] = [];
  for (const exchange of exchanges) shown.push(...(await ofExchange(exchange, paste)));
  return { ...recognised, findings: rank([...shown, ...ofPaste(paste)]) };
}
