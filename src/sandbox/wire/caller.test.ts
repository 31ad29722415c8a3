import { describe, expect, it } from 'vitest';
import { type Caller, callerOf } from './caller.ts';

const own = 'http://localhost:4321';
const rows: [what: string, headers: Record<string, string>, caller: Caller, brought?: 'cookie'][] =
  [
    ['curl', {}, 'program'],
    ['a page of this site', { 'sec-fetch-site': 'same-origin', origin: own }, 'page'],
    ['an address that was typed', { 'sec-fetch-site': 'none' }, 'page'],
    [
      'an app on another port',
      { 'sec-fetch-site': 'same-site', origin: 'http://localhost:5173' },
      'page',
    ],
    [
      'an app on the other loopback name',
      { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000' },
      'page',
    ],
    [
      'a link on another site',
      {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      },
      'page',
    ],
    [
      'a frame of another site',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      'stranger',
    ],
    [
      'a post of another site',
      {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'no-cors',
        origin: 'http://evil.example',
      },
      'stranger',
    ],
    ['a picture of another site', { 'sec-fetch-site': 'cross-site' }, 'stranger'],
    ['a sandboxed frame', { 'sec-fetch-site': 'cross-site', origin: 'null' }, 'stranger'],
    ['another site in an old browser', { origin: 'https://evil.example' }, 'stranger'],
    ['a name that begins alike', { origin: 'http://localhost.evil.example' }, 'stranger'],
    ['this site in an old browser', { origin: own }, 'page'],
    // On plain http under a name no browser sends Sec-Fetch-Site, and a form of a page without referrers no origin.
    ["the sandbox's own form where the site is not secure", { origin: 'null' }, 'page', 'cookie'],
    ['a form of another site there', { origin: 'null' }, 'stranger'],
  ];

describe('who sent a request', () => {
  it.each(rows)('%s', (_, headers, caller, brought) => {
    expect(callerOf(new Headers(headers), own, brought !== undefined)).toBe(caller);
  });
});
