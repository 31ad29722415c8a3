import { errorEntry } from '#protocol/errors/catalogue.ts';
import { isErrorCode } from '#protocol/errors/codes.ts';
import { elsewhere, isElsewhere } from '#protocol/errors/seen/elsewhere.ts';
import { isPublic, seenOf } from '#protocol/errors/seen/seen.ts';
import type { Seen, Sighting } from '#protocol/errors/seen/sighting.ts';
import { sightingSource } from '#protocol/errors/seen/sources.ts';
import { withoutCode } from '#protocol/errors/seen/without-code.ts';
import type { Claim, Draft, FindingId, Who } from '../../finding.ts';
import { sentencesOf } from '../../reply/sentences.ts';
import { saysSo } from '../../reply/usual.ts';

/** What is said of a code, from the catalogue of errors alone. */
export interface WordsOfCode {
  id: FindingId;
  title: string;
  why: string;
  fix: string;
  who: Who;
  /** Of the sandbox's own codes nothing. */
  lacks?: string;
  /** The usual cause, which a code never proves. */
  claims: Claim[];
  sources: NonNullable<Draft['sources']>;
}

const sentence = (text: string): string => text.trim().replace(/\.$/, '');

/** The texts that a code had in other years, where the one that was pasted is not the only one. */
function otherTexts(sightings: readonly Sighting[], message: string | undefined): string {
  const texts = new Map<string, string>();
  for (const { text, by } of sightings) {
    const bare = sentence(text);
    if (!/<.*>/.test(bare) && !texts.has(bare))
      texts.set(bare, sightingSource(by).when.slice(0, 4));
  }
  const others = [...texts].filter(
    ([text]) => text.toLowerCase() !== sentence(message ?? '').toLowerCase(),
  );
  if (message === undefined || others.length === 0 || texts.size < 2) return '';
  return ` The same refusal was also seen as ${others
    .map(([text, year]) => `“${text}” (${year})`)
    .join(' and ')}.`;
}

const seenAs = (code: string): Seen | undefined => {
  if (isElsewhere(code)) return elsewhere[code];
  const kin = withoutCode.find((one) => one.kin === code);
  return isErrorCode(code) && isPublic(code) ? seenOf(code) : kin;
};

/** What a text without a code says, where it is the text that came. */
const toldBy = (
  code: string,
  message: string | undefined,
): (typeof withoutCode)[number] | undefined =>
  withoutCode.find(
    ({ kin, sightings }) =>
      kin === code &&
      sightings.some(({ text }) => {
        const [stretch = ''] = text.split('<');
        return message?.toLowerCase().includes(sentence(stretch).toLowerCase());
      }),
  );

/** Who lacks the permission that an answer names. */
function lacks(code: string, permission: string): string | undefined {
  if (code === 'CMN-401') return `The app does not have the permission ${permission}`;
  if (code !== 'CMN-408') return undefined;
  return permission === 'ThirdPartyAppAccess'
    ? 'The user’s role lacks the permission Third Party Apps Access'
    : `The user’s role lacks the permission ${permission}`;
}

/**
 * The words of the catalogue on a code.
 *
 * @param message the text that came with it, where one did
 * @returns undefined where no catalogue has the code
 */
export function wordsOfCode(code: string, message?: string): WordsOfCode | undefined {
  const seen = seenAs(code);
  const shared = {
    who: seen?.who ?? 'developer',
    ...(seen ? { lacks: seen.ask } : {}),
  } as const;
  if (isElsewhere(code)) {
    const { when, fix, source, sightings } = elsewhere[code];
    return {
      ...shared,
      id: code,
      title: sentence(when),
      why: `${saysSo(code)}${otherTexts(sightings, message)}`,
      fix,
      claims: [],
      sources: [{ label: source }],
    };
  }
  if (!isErrorCode(code)) return undefined;
  const { when, cause, fix, source } = errorEntry(code);
  const permission = /\[(\w+)\]/.exec(message ?? '')?.[1];
  const lacking = permission === undefined ? undefined : lacks(code, permission);
  const told = toldBy(code, message);
  // The text names the cause itself.
  const isTold = told !== undefined || (code === 'CMN-408' && lacking !== undefined);
  return {
    ...shared,
    who: told?.who ?? shared.who,
    id: code,
    title: lacking ?? sentence(told?.why ?? when),
    claims: isTold ? [] : [{ text: sentencesOf(cause)[0] ?? cause, certainty: 'likely' }],
    why: `${isTold ? saysSo(code) : cause}${otherTexts(seen?.sightings ?? [], message)}`,
    fix: told?.fix ?? fix,
    sources: [{ label: source }],
  };
}
