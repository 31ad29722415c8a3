import { certaintyOf, type Certainty, type Finding, type Who } from '../finding.ts';
import type { Shown } from '../hide/shown.ts';
import { leakedIn } from './leaked.ts';
import { isFreeOfOAuth } from './oauth-words.ts';
import { asRequest, asSentence, sentencesOf } from './sentences.ts';
import { verdictOf } from './verdict.ts';

const opening = ({ code }: Finding): string =>
  code === undefined || !/^(?:OAU|CMN|AGW)-\d+$/.test(code)
    ? 'An app could not connect to RingCentral.'
    : `An app could not connect to RingCentral (error ${code}).`;

const hedge: Readonly<Record<Exclude<Certainty, 'cannot tell'>, string>> = {
  certain: '',
  likely: 'Most likely ',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Where it lies and who acts, in words of an office. */
const whoActs: Readonly<Record<Who, string>> = {
  developer:
    'the cause is in the app or in its settings, and the person who made the app can correct it. You do not have to change anything in your account.',
  administrator: 'the cause is a setting of your account or of the person’s role.',
  user: 'the person who signs in can put it right.',
  provider: 'RingCentral has to act, and you do not have to change anything in your account.',
  nobody: 'nobody has to change anything in your account.',
};

/** Those sentences of the fix that an administrator can follow; none where it speaks of OAuth. */
function plainFix({ fix, who }: Finding): string[] {
  if (fix === undefined || who === undefined || who === 'developer') return [];
  return sentencesOf(fix).filter(isFreeOfOAuth).map(asSentence);
}

function causeTold(found: Finding): string[] {
  const certainty = certaintyOf(found);
  if (certainty === 'cannot tell') {
    const { lacks } = found;
    const asks = lacks !== undefined && isFreeOfOAuth(lacks) ? asRequest(lacks) : '';
    return [
      opening(found),
      'What you sent does not show why.',
      asks === ''
        ? 'The person who made the app can see more: please pass our question on to them.'
        : asks,
    ];
  }
  const told = `${hedge[certainty]}${whoActs[found.who ?? 'developer']}`;
  const fix = plainFix(found);
  return [
    opening(found),
    capital(told),
    ...(fix.length > 0
      ? fix
      : found.who === undefined || found.who === 'developer'
        ? ['Please pass our answer for the developer on to that person.']
        : []),
  ];
}

/** To who runs the account: what happened and who acts, without a word of OAuth. */
export function toAdministrator(shown: Shown): string {
  const found = verdictOf(shown);
  const leaked = leakedIn(shown.removed);
  const parts =
    found === undefined
      ? [
          'We see nothing wrong in what you sent. The person who made the app can see more: please ask them for the answer that the app got.',
        ]
      : causeTold(found);
  if (leaked.names.length > 0) {
    parts.push(
      leaked.hasPassword
        ? 'What you sent has a password in it. Others may know it now: please let the user change it.'
        : 'What you sent has a key of the app in it. Others may know it now: please tell the person who made the app.',
    );
  }
  return parts.join(' ');
}
