import { errorEntry } from '#protocol/errors/catalogue.ts';
import { isErrorCode } from '#protocol/errors/codes.ts';
import { codesOfText } from '#protocol/errors/seen/codes-of-text.ts';
import { isPublic, seenOf } from '#protocol/errors/seen/seen.ts';
import { withoutCode } from '#protocol/errors/seen/without-code.ts';
import { refusalOf } from '#protocol/exchange-parts.ts';
import type { Case } from '../case.ts';
import { finding, type Finding } from '../finding.ts';
import { lookAt } from '../offers.ts';

/** A refusal that names no code, by its text: many were seen, some of them with a code elsewhere. */
export function byText(one: Case): Finding | undefined {
  const text = one.returned?.get('error_description') ?? refusalOf(one.exchange).message;
  if (text === undefined) return undefined;
  const shared = {
    title: text,
    certainty: 'likely' as const,
    evidence: [{ source: one.exchange.id, parameter: 'response' }],
    actions: [lookAt(one)],
  };
  const bare = withoutCode.find(({ sightings }) => sightings.some((seen) => seen.text === text));
  if (bare) {
    const { who, why, fix, ask } = bare;
    return finding({ ...shared, id: 'LINT-220', who, why, fix, lacks: ask });
  }
  const code = codesOfText(text).find(isErrorCode);
  if (code === undefined || !isPublic(code)) return undefined;
  const { when, cause, fix, source } = errorEntry(code);
  const { who, ask } = seenOf(code);
  return finding({
    ...shared,
    id: code,
    who,
    why: `${when} ${cause}`,
    claims: [
      {
        text: `RingCentral has sent this text with ${code}, which this answer does not name.`,
        certainty: 'certain',
      },
    ],
    fix,
    lacks: ask,
    sources: [{ label: source }],
  });
}
