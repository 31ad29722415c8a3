import { rfc } from '#flows/specs.ts';
import { pathOf } from '#protocol/exchange-parts.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Challenge } from '../challenge.ts';
import {
  answerHeader,
  failed,
  isAnswered,
  isCall,
  onceMet,
  open,
  passed,
  secondsBetween,
} from '../log.ts';

const noCall = 'No call of the API came, so the sandbox refused none.';
const sameCall =
  (one: Exchange) =>
  (other: Exchange): boolean =>
    isCall(other) && pathOf(other) === pathOf(one);

export const retryAfter: Challenge = {
  id: 'retry-after',
  title: 'Waits as long as Retry-After says',
  why: 'At RingCentral each request within the wait starts the wait again, so a hasty program never gets through.',
  gives: [{ fault: 'rate-limit', at: 'api', requests: 1, seconds: 3 }],
  acts: ['sign-in', 'call'],
  expected: 'The same call three seconds later or not at all.',
  section: rfc(6585, '4'),
  fix: 'Read Retry-After of a 429, wait that many seconds, then send the request again; say so if that is too long for your user.',
  part: 'server',
  shows: ['wait', 'repeat'],
  judge: onceMet('rate-limit', noCall, (met, rest) => {
    const asked = Number(answerHeader(met, 'retry-after'));
    const next = rest.find(sameCall(met));
    if (!next) return open('passed', 'The call was not sent again.', met);
    const waited = secondsBetween(met, next);
    // Clocks of timers round down.
    return waited >= asked - 0.1
      ? passed(`The same call after ${waited} seconds.`, next)
      : failed(`The same call after ${waited} seconds.`, next);
  }),
};

/** The sandbox's own measure: what a person would call at once. */
const atOnceSeconds = 0.5;
/** As many tries as a program may need that doubles its wait from a second on, for half a minute. */
const mostTries = 6;

export const backsOff: Challenge = {
  id: 'backs-off',
  title: 'Backs off from 503',
  why: 'A server that is down does not come up under programs that ask again at once.',
  gives: [{ fault: 'unavailable', at: 'api', requests: mostTries }],
  acts: ['sign-in', 'call'],
  expected: `The same call half a second later at the earliest, and ${mostTries - 1} times more at most.`,
  section: rfc(9110, '10.2.3'),
  fix: 'After a 503 wait a second, then twice as long each time, and give up after a few tries with a word to the user.',
  part: 'server',
  shows: ['wait', 'repeat'],
  judge: onceMet('unavailable', noCall, (met, rest) => {
    const tries = [met, ...rest.filter(sameCall(met))];
    for (const [index, each] of tries.entries()) {
      const before = tries[index - 1];
      if (!before) continue;
      const waited = secondsBetween(before, each);
      if (waited < atOnceSeconds) return failed(`The same call after ${waited} seconds.`, each);
    }
    const last = tries[mostTries];
    if (last) return failed(`The same call ${tries.length} times.`, last);
    return open('passed', `The call ${tries.length} times in all, none at once.`, met);
  }),
};

export const survivesHtml: Challenge = {
  id: 'survives-html',
  title: 'Survives a page instead of JSON',
  why: 'A proxy answers with HTML once, and a program that reads it as JSON is down for all its users.',
  gives: [{ fault: 'html-body', at: 'api', requests: 1 }],
  acts: ['sign-in', 'call', 'call'],
  expected: 'A later call of the API, which is answered.',
  section: rfc(9110, '15.6.1'),
  fix: 'Look at status and content type before you parse, and let one failed answer be one failed request.',
  part: 'server',
  shows: ['json'],
  judge: onceMet('html-body', noCall, (met, rest) => {
    const called = rest.find((each) => isCall(each) && isAnswered(each));
    if (called) return passed('Your program called the API later and got an answer.', called);
    return open('failed', 'No call of the API after the page.', met);
  }),
};
