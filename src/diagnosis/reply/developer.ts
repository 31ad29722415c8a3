import { certaintyOf, type Finding } from '../finding.ts';
import type { Shown } from '../hide/shown.ts';
import { leakedIn, treatedAsLeaked } from './leaked.ts';
import { asRequest, asSentence, firstOf, plain, toDo, within, withoutRule } from './sentences.ts';
import { saysSo, usualCause } from './usual.ts';
import { verdictOf } from './verdict.ts';

/** The title with the code that the server answered with, where it does not stand in it; rules are of this site. */
export function titleWithCode({ title, code }: Finding): string {
  const told = withoutRule(plain(title)).replace(/\.$/, '');
  return asSentence(code === undefined || told.includes(code) ? told : `${told} (${code})`);
}

/** What is asked for, as a request. */
export const asked = ({ lacks = '' }: Finding): string => asRequest(lacks);

/** Parts of the cause that are less sure than the title, in words that say so. */
function lessSure(found: Finding): string[] {
  const usual = usualCause(found);
  return found.claims
    .slice(1)
    .filter((claim) => claim !== usual && claim.certainty !== 'certain')
    .slice(0, 1)
    .map(({ text, certainty }) =>
      certainty === 'likely' ? `Likely, not proven: ${text}` : `Not known: ${text}`,
    );
}

function causeTold(found: Finding): string[] {
  const told = usualCause(found)?.text ?? firstOf(found.why, 2);
  // The title names the code.
  const why = found.code !== undefined && told.startsWith(saysSo(found.code)) ? '' : told;
  const fix = found.fix === undefined ? '' : asSentence(found.fix);
  switch (certaintyOf(found)) {
    case 'certain':
      return [titleWithCode(found), why, ...lessSure(found), fix];
    case 'likely':
      return [
        `Most likely ${within(titleWithCode(found))}`,
        why,
        fix === '' ? '' : `If that is the cause, ${toDo(fix)}`,
      ];
    case 'cannot tell':
      return [`What you sent does not show the cause. ${titleWithCode(found)}`, why];
  }
}

/** Nothing of it is left to ask. */
function isSettled(found: Finding): boolean {
  const usual = usualCause(found);
  return found.claims.every((claim) => claim === usual || claim.certainty === 'certain');
}

/** Another refusal in the same paste: whoever sent two has to know of both. */
function anotherRefusal({ code }: Finding, { findings }: Shown): string[] {
  const other = findings
    .slice(1)
    .find((one) => one.kind === 'wrong' && one.code !== undefined && one.code !== code);
  if (other === undefined || code === undefined || certaintyOf(other) === 'cannot tell') return [];
  const title = titleWithCode(other);
  const fix = asSentence(other.fix ?? '');
  const lead = 'What you sent also shows another refusal.';
  return certaintyOf(other) === 'certain'
    ? [`${lead} ${title}`, fix]
    : [
        `${lead} Most likely ${within(title)}`,
        fix === '' ? '' : `If that is the cause, ${toDo(fix)}`,
      ];
}

/** To who writes the program: what, why, what to do, what is still asked, and what leaked. */
export function toDeveloper(shown: Shown): string {
  const found = verdictOf(shown);
  const leaked = leakedIn(shown.removed);
  const parts =
    found === undefined
      ? [
          'We see nothing wrong in what you sent. If something fails, please send us that request and the server’s answer to it, with its status and its body.',
        ]
      : [
          ...causeTold(found),
          isSettled(found) ? '' : asked(found),
          ...anotherRefusal(found, shown),
        ];
  if (leaked.names.length > 0) {
    parts.push(`What you sent also has ${treatedAsLeaked(leaked)}.`, ...leaked.advice);
  }
  return parts
    .filter((part) => part !== '')
    .map(asSentence)
    .join(' ');
}
