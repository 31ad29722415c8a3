import type { Outcome, Test } from '../table/row.ts';
import { memberAt, redirectParameters, type Answer } from './answer.ts';
import { fill, type Variables } from './variables.ts';

const short = (text: string) => JSON.stringify(text.length > 160 ? `${text.slice(0, 160)}…` : text);

/** Why a value fails a test; nothing when it holds. */
function failure(
  test: Test,
  found: { value: unknown; text: string } | undefined,
  variables: Variables,
): string | undefined {
  if (test === null) return found === undefined ? undefined : `is there: ${short(found.text)}`;
  if (typeof test === 'object' && 'all' in test) {
    return test.all.map((each) => failure(each, found, variables)).find(Boolean);
  }
  if (typeof test === 'object' && 'oneOf' in test) {
    // An empty text among the choices lets it be absent.
    const text = found?.text ?? '';
    const choices = test.oneOf.map((each) => fill(each, variables));
    return choices.includes(text)
      ? undefined
      : `is ${short(text)}, not one of ${choices.join(' | ')}`;
  }
  if (typeof test === 'object' && 'excludes' in test) {
    const part = fill(test.excludes, variables);
    return found?.text.includes(part) ? `has ${short(part)} in it` : undefined;
  }
  if (found === undefined) return 'is missing';
  if (typeof test === 'string') {
    const wanted = fill(test, variables);
    return found.text === wanted ? undefined : `is ${short(found.text)}, not ${short(wanted)}`;
  }
  if ('matches' in test) {
    return new RegExp(test.matches, test.flags ?? '').test(found.text)
      ? undefined
      : `is ${short(found.text)}, which does not match ${test.matches}`;
  }
  if ('not' in test) {
    return found.text === fill(test.not, variables) ? `is ${short(found.text)}` : undefined;
  }
  const type = Array.isArray(found.value) ? 'array' : typeof found.value;
  return type === test.type ? undefined : `is a ${type}, not a ${test.type}`;
}

const texted = (text: string | null | undefined) =>
  text === null || text === undefined ? undefined : { value: text, text };

function redirectMismatch(
  { to, in: place, has }: NonNullable<Outcome['redirect']>,
  answer: Answer,
  variables: Variables,
): string | undefined {
  const location = answer.headers.get('location');
  if (location === null) return 'no Location';
  const target = fill(to, variables);
  const mark = place === 'fragment' ? '#' : target.includes('?') ? '&' : '?';
  if (!location.startsWith(`${target}${mark}`)) {
    return `Location ${short(location)} is not ${target}${mark}…`;
  }
  const parameters = redirectParameters(location, place);
  for (const [name, test] of Object.entries(has)) {
    const values = parameters.filter(([key]) => key === name).map(([, value]) => value);
    if (values.length > 1) return `${name} is there ${values.length} times`;
    const why = failure(test, texted(values[0]), variables);
    if (why) return `${name} ${why}`;
  }
  return undefined;
}

/** Why an answer is not this outcome; nothing when it is. */
export function mismatch(
  outcome: Outcome,
  answer: Answer,
  variables: Variables,
): string | undefined {
  const statuses = [outcome.status].flat();
  if (!statuses.includes(answer.status))
    return `status ${answer.status}, not ${statuses.join('/')}`;
  for (const [name, test] of Object.entries(outcome.headers ?? {})) {
    const why = failure(test, texted(answer.headers.get(name)), variables);
    if (why) return `header ${name} ${why}`;
  }
  for (const [path, test] of Object.entries(outcome.json ?? {})) {
    const why = failure(test, memberAt(answer.json, path), variables);
    if (why) return `member ${path} ${why}`;
  }
  if (outcome.text !== undefined) {
    const why = failure(outcome.text, texted(answer.text), variables);
    if (why) return `body ${why}`;
  }
  return outcome.redirect && redirectMismatch(outcome.redirect, answer, variables);
}

const errorText = /^[\x20-\x21\x23-\x5B\x5D-\x7E]*$/;

/** A page that refuses and lacks the words for it, or shows those that stand in for missing ones. */
const speechless = /\bundefined\b|What to do<\/h2>\s*<p>\s*<\/p>|The server refuses this with /;

/** Whether an answer is a refusal: by its status, or by redirect. */
function refuses({ status, headers }: Answer): boolean {
  const location = headers.get('location') ?? '';
  return status >= 400 || /[?#&]error=/.test(location);
}

/**
 * Why a refusal does not say where it is explained: by this exchange in the log, which is found by
 * the id of its answer, and by its code, which a refusal on a page of the sign-in need not have.
 */
function helpless(answer: Answer): string | undefined {
  const { origin, pathname } = new URL(answer.url);
  if (!refuses(answer) || pathname.startsWith('/sandbox/')) return undefined;
  const link = answer.headers.get('link') ?? '';
  const help = `<${origin}/diagnose/#event=${answer.headers.get('rcrequestid')}>; rel="help"`;
  const [first, second, ...more] = link.split(', ');
  const entry = /^\/reference\/errors\/#[a-z0-9-]+>; rel="describedby"$/;
  const isPage = answer.text.startsWith('<!');
  const isSaid = second === undefined ? isPage : entry.test(second.replace(`<${origin}`, ''));
  if (first === help && isSaid && more.length === 0) return undefined;
  return `a refusal whose Link is ${short(link)}`;
}

/**
 * What no answer may do, whatever the row asks: fail inside, leave the characters of AS-008, show a
 * page of an error without its words, or refuse without saying where that is explained.
 */
export function broken(answer: Answer): string | undefined {
  if (answer.status >= 500) return `status ${answer.status}`;
  if (answer.text.startsWith('<!') && speechless.test(answer.text)) return 'a page without words';
  const description = memberAt(answer.json, 'error_description')?.text ?? '';
  const location = answer.headers.get('location') ?? '';
  const redirected = redirectParameters(location, 'query')
    .concat(redirectParameters(location, 'fragment'))
    .filter(([name]) => name === 'error_description' || name === 'error')
    .map(([, value]) => value);
  const outside = [description, ...redirected].find((text) => !errorText.test(text));
  return outside === undefined ? helpless(answer) : `AS-008: ${short(outside)}`;
}
