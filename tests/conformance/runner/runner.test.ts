import { expect, test } from 'vitest';
import { firstForm, formBody } from './html-form.ts';
import { broken, mismatch } from './judge.ts';
import { basicHeader } from './send.ts';
import { fill } from './variables.ts';

const answer = (status: number, text: string, headers: Record<string, string> = {}) => ({
  status,
  text,
  headers: new Headers(headers),
  json: text.startsWith('{') ? (JSON.parse(text) as unknown) : undefined,
  url: 'http://127.0.0.1/x',
});
const none = new Map<string, string>();

test('a redirect is held to its target, its place and each parameter once', () => {
  const outcome = {
    status: 302,
    redirect: { to: 'https://a/cb', in: 'query', has: { code: { matches: '.' }, state: null } },
  } as const;
  const to = (location: string) => mismatch(outcome, answer(302, '', { location }), none);
  expect(to('https://a/cb?code=1')).toBeUndefined();
  expect(to('https://a/cb#code=1')).toContain('is not https://a/cb?');
  expect(to('https://a/cb.evil?code=1')).toContain('is not https://a/cb?');
  expect(to('https://a/cb?code=1&code=2')).toContain('2 times');
  expect(to('https://a/cb?code=1&state=s')).toContain('state is there');
  expect(to('https://a/cb?error=x')).toContain('code is missing');
});

test('members, headers and the body are held to their tests', () => {
  const check = (json: Parameters<typeof mismatch>[0]['json']) =>
    mismatch({ status: 200, json: json ?? {} }, answer(200, '{"a":{"b":1},"c":"x"}'), none);
  expect(check({ 'a.b': { type: 'number' }, c: 'x', d: null })).toBeUndefined();
  expect(check({ 'a.b': { type: 'string' } })).toContain('is a number');
  expect(check({ c: { not: 'x' } })).toContain('is "x"');
  expect(check({ c: null })).toContain('is there');
  expect(check({ d: { matches: '.' } })).toContain('is missing');
  expect(check({ c: { all: [{ matches: 'x' }, { excludes: 'x' }] } })).toContain('in it');
  // Inherited members do not count.
  expect(check({ constructor: null, toString: null })).toBeUndefined();
});

test('no answer may be a 500, leave the characters of error_description, or refuse without help', () => {
  expect(broken(answer(503, ''))).toBe('status 503');
  expect(broken(answer(400, '{"error_description":"a\\"b"}'))).toContain('AS-008');
  const location = 'https://a/cb?error_description=%C3%A9';
  expect(broken(answer(302, '', { location }))).toContain('AS-008');
  const help = '<http://127.0.0.1/diagnose/#event=1>; rel="help"';
  const entry = '<http://127.0.0.1/reference/errors/#oau-250>; rel="describedby"';
  const refused = (link: string, text = '{"error_description":"plain"}', id = '1') =>
    broken(answer(400, text, { link, rcrequestid: id }));
  expect(refused(`${help}, ${entry}`)).toBeUndefined();
  for (const link of ['', entry, help, `${entry}, ${help}`]) {
    expect(refused(link)).toContain('a refusal whose Link is');
  }
  expect(refused(`${help}, ${entry}`, '{}', '2')).toContain('a refusal whose Link is');
  expect(refused(help, '<!doctype html>')).toBeUndefined();
  const page = (why: string, next: string) =>
    answer(429, `<!doctype html><p>${why}</p><h2 id="next">What to do</h2> <p>${next}</p>`, {
      link: `${help}, ${entry}`,
      rcrequestid: '1',
    });
  expect(broken(page('undefined undefined', 'Wait.'))).toContain('words');
  expect(broken(page('Too many.', ''))).toContain('words');
  expect(broken(page('The server refuses this with CMN-301.', 'Wait.'))).toContain('words');
  expect(broken(page('Too many.', 'Wait.'))).toBeUndefined();
});

test('the first form is read as a browser would post it', () => {
  const form = firstForm(`<form method="post" action="/x?a=1&amp;b=2">
    <input type=hidden name=t value="&quot;1&quot;"><input name='u' value='a b' disabled>
    <select name="s"><option value="1">one<option value="2" selected>two</select>
    <input type="checkbox" name="c"><input type="radio" name="r" value="y" checked>
    <button type="button" name="no">no</button><button name="deny" value="1">Cancel</button>
    <button name="allow" value="2">Authorize</button></form><form action="/second"></form>`);
  expect(form).toMatchObject({ action: '/x?a=1&b=2', method: 'POST' });
  expect(formBody(form as NonNullable<typeof form>)).toBe('t=%221%22&s=2&r=y&deny=1');
  expect(formBody(form as NonNullable<typeof form>, 'allow', { t: 'x' })).toBe(
    't=x&s=2&r=y&allow=2',
  );
});

test('Basic is form-encoded, or raw where the row says so', () => {
  expect(atob(basicHeader('a b', 'p:q+%').slice(6))).toBe('a+b:p%3Aq%2B%25');
  expect(atob(basicHeader('a b', 'p:q+%', true).slice(6))).toBe('a b:p:q+%');
});

test('a variable that nothing has set is a mistake in the table', () => {
  expect(
    fill(
      '{a.b} {c}',
      new Map([
        ['a.b', '1'],
        ['c', '2'],
      ]),
    ),
  ).toBe('1 2');
  expect(() => fill('{nothing}', none)).toThrow('nothing has set');
});
