import { rfc } from '#flows/specs.ts';
import { names, valueOf } from '../parameters.ts';
import { isReadable, isWhole, type RequestRule, said } from './rule.ts';

/** LINT-030: nothing ties the answer to this browser. */
export const stateMissing: RequestRule = (one, within, { recognised }) => {
  if (one.task !== 'authorize' || valueOf(one, 'state') !== '') return undefined;
  if (!isWhole(one, within, recognised.text)) return undefined;
  // Without what the request cannot do without, the paste is of something else.
  if (valueOf(one, 'client_id') === '') return undefined;
  const isBound = valueOf(one, 'code_challenge') !== '';
  return said(one, 'state', {
    id: 'LINT-030',
    kind: isBound ? 'note' : 'risk',
    title: names(one, 'state') ? '`state` is empty' : 'There is no `state`',
    why: isBound
      ? 'With PKCE a foreign code fails at the exchange. With state the app knows before it tries.'
      : 'Nothing ties the answer to this browser: the app cannot tell its own answer from one that somebody else started, and a user would be signed in as somebody else. RingCentral does not ask for it.',
    fix: 'Send a random state, keep it in the session, and compare it with the one that comes back.',
    sources: [rfc(6749, '10.12')],
  });
};

/** Shorter can be guessed (RFC 6749 section 10.10). */
const shortest = 16;
const usualWords =
  /^(?:state|test|xyz|abc|foo|bar|random|login|oauth|ringcentral|initial|default|dummy|example|mystate|my[-_ ]?state|somestate|1234\w*|(.)\1*)$/i;

/** What a state is that somebody can guess, in the words of a sentence; undefined for one that is random enough. */
function guessable(state: string): string | undefined {
  if (usualWords.test(state)) return 'a word that anybody would try';
  if (/^1[5-9]\d{8}(?:\d{3})?$/.test(state)) return 'the time';
  if (/^\d+$/.test(state) && state.length < 20) return 'a number';
  if (state.length < shortest) return `only ${state.length} characters long`;
  return new Set(state).size < 6 ? 'made of few different characters' : undefined;
}

/** LINT-031: a state that can be guessed. */
export const stateGuessable: RequestRule = (one) => {
  const state = valueOf(one, 'state');
  const what = one.task === 'authorize' && isReadable(state) ? guessable(state) : undefined;
  return what === undefined
    ? undefined
    : said(one, 'state', {
        id: 'LINT-031',
        kind: 'risk',
        title: `\`state\` can be guessed: it is ${what}`,
        why: 'Anybody who guesses it can plant another answer.',
        fix: 'Make 16 random bytes or more for each sign-in, and keep them in the session.',
        sources: [rfc(6749, '10.12')],
      });
};

function readBase64(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

/** What a reader finds in a state, in the words of a sentence. */
function readable(state: string): string | undefined {
  const opened = /^[\w+/=-]{12,}$/.test(state) ? readBase64(state) : '';
  if (/^eyJ[\w-]+\.[\w-]+\.?$/.test(state)) return 'a JWT without a signature';
  if (/^[\w.+-]+@[\w-]+\.\w/.test(state)) return 'an e-mail address';
  if (/^(?:https?:)?\/\/|^\/[\w-]/.test(state)) return 'an address';
  if (/^\s*\{.*\}\s*$/s.test(state)) return 'JSON';
  return /^\s*[{[].*[}\]]\s*$/s.test(opened) ? 'JSON in base64' : undefined;
}

/** LINT-033, LINT-034: a state that says something, and one that a comparison may miss. */
export const stateReadable: RequestRule = (one) => {
  const state = valueOf(one, 'state');
  if (one.task !== 'authorize' || !isReadable(state)) return undefined;
  const what = readable(state);
  if (what !== undefined) {
    return said(one, 'state', {
      id: 'LINT-033',
      kind: 'note',
      title: `\`state\` holds ${what}`,
      why: 'Logs and histories keep it, and anybody can write another one: it proves nothing unless something random in it is compared.',
      fix: 'Send a random value, and keep the rest in the session under it. Check a return address before you follow it.',
      sources: [rfc(9700, '4.7.1')],
    });
  }
  return /[+% ]/.test(state)
    ? said(one, 'state', {
        id: 'LINT-034',
        kind: 'note',
        title: '`state` has a character that decoding changes',
        why: 'A `+` may come back as a space, a `%` may be decoded once too often, and then the comparison fails.',
        fix: 'Use base64url: letters, digits, - and _.',
        sources: [rfc(6749, 'B')],
      })
    : undefined;
};
