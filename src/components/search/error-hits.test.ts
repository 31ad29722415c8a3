import { describe, expect, it } from 'vitest';
import { errorCodes } from '#protocol/errors/codes.ts';
import { errorHref } from '#protocol/errors/error-href.ts';
import { elsewhere } from '#protocol/errors/seen/elsewhere.ts';
import { isPublic, seenOf } from '#protocol/errors/seen/seen.ts';
import { withoutCode } from '#protocol/errors/seen/without-code.ts';
import { errorHits, withErrors } from './error-hits.ts';

const urls = (term: string) => errorHits(term).map(({ url }) => url);
/** As somebody would paste it: with something where the catalogue has a place. */
const filled = (text: string) => text.replaceAll(/<[^>]*>/g, 'abc123');

describe('a search for an error', () => {
  it.each([...errorCodes, ...Object.keys(elsewhere)])('%s finds its entry first', (code) => {
    expect(urls(code)[0]).toBe(errorHref(code));
    expect(urls(`Error ${code.toLowerCase()}: something`)[0]).toBe(errorHref(code));
  });

  it.each(
    errorCodes
      .filter(isPublic)
      .flatMap((code) => seenOf(code).sightings.map(({ text }) => [text, code] as const)),
  )('“%s” finds %s', (text, code) => {
    expect(urls(filled(text))).toContain(errorHref(code));
  });

  it.each(
    withoutCode.flatMap(({ kin, sightings }) =>
      kin === undefined ? [] : sightings.map(({ text }) => [text, kin] as const),
    ),
  )('“%s”, which has no code, finds %s', (text, kin) => {
    expect(urls(text)).toContain(errorHref(kin));
  });

  it('takes a whole answer, and a code with a space', () => {
    const body =
      '{\n  "error" : "unauthorized_client",\n  "errors" : [ {\n    "errorCode" : "OAU-251",\n    "message" : "Unauthorized for this grant type"\n  } ]\n}';
    expect(urls(body)).toEqual([errorHref('OAU-251')]);
    expect(urls('oau 345')).toEqual([errorHref('OAU-345')]);
  });

  it('stands before what else was found, and its page is not there twice', () => {
    const hit = (url: string) => ({ title: url, section: undefined, url, excerpt: [] });
    const found = [hit('/reference/errors/'), hit('/flows/jwt/')];
    const all = (term: string) => withErrors(term, found).map(({ url }) => url);
    expect(all('OAU-251')).toEqual([
      errorHref('OAU-251'),
      '/diagnose/#code=OAU-251',
      '/flows/jwt/',
    ]);
    expect(all('tokens')).toEqual(['/reference/errors/', '/flows/jwt/']);
  });

  it('leads a pasted text to the diagnoser, and puts nothing of it into the address', () => {
    const first = (term: string) => withErrors(term, [])[0]?.url;
    const pasted =
      'POST /restapi/oauth/token client_secret=EXAMPLE-not-a-secret and no answer came';
    expect(first(pasted)).toBe('/diagnose/#paste');
    expect(first('{"error":"something_else"}')).toBe('/diagnose/#paste');
    for (const term of ['how do I refresh a token', 'pkce', 'redirect uri', 'error']) {
      expect(first(term) ?? '', term).not.toMatch(/^\/diagnose\//);
    }
  });

  it('finds nothing where there is no error', () => {
    for (const term of ['', 'pkce', 'OAU', 'OAU-999', 'invalid', 'client', '__proto__-1']) {
      expect(urls(term), term).toEqual([]);
    }
  });
});
