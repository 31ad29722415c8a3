import type { Case } from '../../case.ts';
import { causeOf, withEvidence } from '../../cause-of.ts';
import type { Finding } from '../../finding.ts';
import { refusedByRedirect } from '../../rules/causes/authorize-parameters.ts';
import { catalogue, unexplained } from '../../rules/causes/catalogue.ts';
import type { PasteCase, PastedExchange } from '../paste-case.ts';
import { placeOf } from '../place-of.ts';
import { place, type Placed } from '../rank.ts';
import { answerRules, requestRules } from '../request-rules/index.ts';
import { echoInShell } from '../rules/echo-in-shell.ts';
import { textRules } from '../text-rules/index.ts';

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

/** What a whole paste shows beside its exchanges and codes, as a request shows it. */
export const besideRules = [...textRules, echoInShell];

/** Everything that the requests of a paste show, its sources and its values. */
export async function ofRequests(paste: PasteCase): Promise<Placed[]> {
  const found: Placed[] = [];
  for (const exchange of paste.exchanges) found.push(...(await ofExchange(exchange, paste)));
  const { text } = paste.recognised;
  for (const rule of besideRules) {
    const shown = rule(paste);
    if (shown) found.push(place(shown, 1, text));
  }
  return found;
}
