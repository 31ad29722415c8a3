import { wireError } from '#protocol/errors/codes.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import { type WordsOnPage, wordsOnPages } from '#protocol/errors/words-on-pages.ts';

/** A refusal in words: what happened, why, the one thing to do. */
export interface Explanation {
  title: string;
  why: string;
  next: string;
}

const sameString =
  'Copy one string into the app settings and into both requests: authorize and token.';

/** Words for refusals whose rule says more than their code does. */
const byRule: Record<string, Explanation> = {
  'AS-026': {
    title: 'The request does not say which app it is from',
    why: 'client_id is missing or empty, so the server knows neither the app nor an address to answer to.',
    next: 'Send client_id as the app settings show it. A misspelt name, such as clientId, counts as missing.',
  },
  'AS-027': {
    title: 'No app here has this client_id',
    why: 'Client ids are compared character by character, and each server has its own apps: an id of RingCentral is unknown to the sandbox.',
    next: 'Copy the client id again without a space or line break, and check which server you send to. A demo app is sandbox-browser.',
  },
  'AS-030': {
    title: 'client_id was sent more than once',
    why: 'The server cannot tell which app is meant, even if the values are equal.',
    next: 'Send it once. A library and your own code often add it both.',
  },
  'AS-031': {
    title: 'redirect_uri was sent more than once',
    why: 'Neither value is trusted, even if one of them is registered.',
    next: 'Send it once. A library and your own code often add it both.',
  },
  'AS-028': {
    title: 'The redirect URI is not registered for this app',
    why: 'A code is sent to registered addresses alone, so that nobody else can ask for one in the name of this app.',
    next: `Register the address, or send one that is. ${sameString}`,
  },
  'AS-035': {
    title: 'The redirect URI differs from the registered one',
    why: 'The two are compared as plain text: case, a final slash, a port and the query all count.',
    next: sameString,
  },
  'AS-036': {
    title: 'The redirect URI goes on where the registered one ends',
    why: 'A registered address is not a prefix: what follows it could lead to somebody else.',
    next: 'Register the whole address. What the app needs to remember goes into state, not into the address.',
  },
  'AS-039': {
    title: 'localhost, 127.0.0.1 and [::1] are three different texts',
    why: 'They reach the same machine, but a registered loopback name stands for itself alone.',
    next: 'Open your app by the name that is registered, or register this one too.',
  },
  'AS-041': {
    title: 'The redirect URI has another port',
    why: 'Only mobile and desktop apps may vary the port, and only of an http loopback address.',
    next: 'Send the registered port, or register this one too.',
  },
  'AS-042': {
    title: 'The redirect URI looks like a loopback address and is not one',
    why: 'What follows the loopback name makes it a host of somebody else.',
    next: 'Send a registered address.',
  },
};

const byCode: Partial<Record<Fault['code'], Explanation>> = {
  'OAU-113': {
    title: 'This app has no redirect URI',
    why: 'There is no address that an answer could go to. Apps without a user interface and JWT apps have none.',
    next: 'Register a redirect URI in the app settings, or use an app that has one, such as sandbox-browser.',
  },
  'SANDBOX-AUTHORIZE-6': {
    title: 'The request does not say where the answer goes',
    why: 'redirect_uri is missing or empty, and this app has several registered.',
    next: 'Send one of the registered addresses. A misspelt name, such as redirect_url, counts as missing.',
  },
};

const onPages: Partial<Record<Fault['code'], WordsOnPage>> = wordsOnPages;

/** The words of the catalogue. A page shows no code without them: a test asks for every one. */
function explainCode(fault: Fault): Explanation {
  const words = onPages[fault.code];
  return {
    title: fault.message ?? wireError(fault.code).message,
    why: words ? `${words.when} ${words.cause}` : `The server refuses this with ${fault.code}.`,
    next: words?.fix ?? 'Compare the request with the guide of its flow.',
  };
}

/** The words for a refusal; the catalogue's own where there are no better ones. */
export function explainFault(fault: Fault): Explanation {
  return byCode[fault.code] ?? byRule[fault.rule] ?? explainCode(fault);
}
