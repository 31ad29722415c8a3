import { describe, expect, it } from 'vitest';
import { findLink, shorten, takeParameters } from './link-parameters.ts';

const base = 'https://developer.ringcentral.com/new-app?';
const found = (query: string) => ({ kind: 'found', query });
const refused = (reason: string) => ({ kind: 'refused', reason });

describe('the link within a pasted text', () => {
  it.each<[string, string, string]>([
    ['alone', `${base}name=A&type=ServerWeb`, 'name=A&type=ServerWeb'],
    ['undecoded', `${base}name=A%20%26+B`, 'name=A%20%26+B'],
    ['alone, with the full stop that belongs to it', ` ${base}name=My%20App.\n`, 'name=My%20App.'],
    ['in a sentence, without the full stop', `Open ${base}name=App.`, 'name=App'],
    ['in brackets', `(see ${base}name=App),`, 'name=App'],
    ['in a list in brackets', `[${base}name=App];`, 'name=App'],
    [
      'from the source of a page',
      `${base}name=A&amp;type=JWT&AMP;public=true`,
      'name=A&type=JWT&public=true',
    ],
    ['of http', 'http://developer.ringcentral.com/new-app?name=A', 'name=A'],
    [
      'without a scheme, though an address stands in it',
      'developer.ringcentral.com/new-app?redirectUri=https://a.example/',
      'redirectUri=https://a.example/',
    ],
    ['of 32768 characters', base.padEnd(32_768, 'x'), 'x'.repeat(32_768 - base.length)],
  ])('%s', (_name, text, query) => {
    expect(findLink(text)).toEqual(found(query));
  });

  it.each<[string, string]>([
    ['', 'Paste a new-app link.'],
    [' \n\t', 'Paste a new-app link.'],
    [
      'https://developer.ringcentral.com/new-app',
      'This is no new-app link. One begins with https://developer.ringcentral.com/new-app? and has the settings behind it.',
    ],
    ['https://1.2.3.4.5/new-app?name=A', 'This address cannot be read.'],
    [
      'https://ringcentral.com/new-app?name=A',
      'A new-app link leads to developer.ringcentral.com or developers.ringcentral.com; this one to ringcentral.com.',
    ],
  ])('%j is none', (text, reason) => {
    expect(findLink(text)).toEqual(refused(reason));
  });

  it('of 32769 characters is none', () => {
    expect(findLink(base.padEnd(32_769, 'x'))).toEqual(
      refused('A new-app link has 32768 characters at most; this is longer.'),
    );
  });
});

describe('the parameters of a link', () => {
  it.each<[query: string, values: Record<string, string>, unread: object[]]>([
    ['NAME=A&Grant-Type=JWT', { name: 'A', grantType: 'JWT' }, []],
    ['utm_source=guide&UTM_medium=x', {}, []],
    [
      'my_utm_source=guide',
      {},
      [
        {
          parameter: 'my_utm_source',
          value: 'guide',
          reason: 'The new-app link has no such parameter.',
        },
      ],
    ],
    ['name=&type=%20&public=true', { public: 'true' }, []],
    [
      'colour=',
      {},
      [{ parameter: 'colour', value: '', reason: 'The new-app link has no such parameter.' }],
    ],
    ['name=A&name=A', { name: 'A' }, []],
    [
      'name=A&NAME=B',
      { name: 'A' },
      [{ parameter: 'NAME', value: 'B', reason: 'It is there twice; the first one counts.' }],
    ],
    [
      'grant-type=%FF&name=A',
      { name: 'A' },
      [{ parameter: 'grantType', reason: 'Its percent-encoding is damaged.' }],
    ],
  ])('%s', (query, values, unread) => {
    const taken = takeParameters(query);
    expect(Object.fromEntries(taken.values)).toEqual(values);
    expect(taken.unread).toEqual(unread);
  });

  it('a value is shown with 200 characters at most', () => {
    expect(shorten('x'.repeat(200))).toBe('x'.repeat(200));
    expect(shorten(`${'x'.repeat(200)}y`)).toBe(`${'x'.repeat(200)}…`);
  });
});
