import { describe, expect, it } from 'vitest';
import { finding } from '../finding.ts';
import { show } from '../hide/show.ts';
import { diagnoseRecognised } from '../paste/diagnose-paste.ts';
import type { Shown } from '../hide/shown.ts';
import { recogniseAll as recognise } from '../recognise/recognise-all.ts';
import { longestLink, readCaseLink, writeCaseLink } from './case-link.ts';
import { deflate } from './deflate.ts';

const paste = `curl https://platform.ringcentral.com/restapi/oauth/token -d grant_type=password -d username=+12025550143 -d password=NotARealPassword7
{"error":"unauthorized_client","errors":[{"errorCode":"OAU-251","message":"Unauthorized for this grant type"}]}`;

const now = Date.parse('2026-11-27T12:00:00Z');

async function aCase(pasted = paste): Promise<Shown> {
  return show(await diagnoseRecognised(recognise(pasted), { now }));
}

const linkOf = async (shown: Shown): Promise<string> => {
  const written = await writeCaseLink(shown, undefined, 'https://docs.example.test/diagnose/');
  return 'link' in written ? written.link : `too long: ${written.tooLong}`;
};
const fragmentOf = (link: string): string => link.slice(link.indexOf('#'));
const packed = async (value: unknown): Promise<string> =>
  `#case=1.${await deflate(JSON.stringify(value))}`;
const reasonOf = async (fragment: string): Promise<string> => {
  const read = await readCaseLink(fragment, now);
  return read.kind === 'refused' ? read.reason : 'read';
};

const good = { text: 'x', isCut: false, pieces: [], findings: [], removed: [] };

describe('a case link', () => {
  it('opens the same case: text, places, findings, what was removed; nobody’s number', async () => {
    const shown = await aCase();
    const link = await linkOf(shown);
    expect(link.length).toBeLessThan(longestLink);
    const read = await readCaseLink(fragmentOf(link), now);
    if (read.kind !== 'read') throw new Error(read.reason);
    const { findings, ...rest } = read.shown;
    const { findings: before, ...shownBefore } = shown;
    expect(rest).toEqual({ ...shownBefore, repairs: [], people: {} });
    // What a hidden value shows, the link does not; the verdict rests on none here.
    expect(findings[0]).toEqual({ ...before[0], actions: [] });
    expect(Object.values(shown.people)).toEqual(['+12025550143']);
    expect(JSON.stringify(read)).not.toMatch(/2025550143|NotARealPassword7/);
  });

  it('carries the settings', async () => {
    const settings = {
      name: 'An app',
      portal: 'classic' as const,
      audience: 'private' as const,
      platformType: 'ServerWeb' as const,
      redirectUris: ['https://app.example.com/cb'],
      scopes: ['ReadAccounts'],
    };
    const written = await writeCaseLink(await aCase(), settings);
    const read = await readCaseLink('link' in written ? fragmentOf(written.link) : '', now);
    expect(read).toMatchObject({ kind: 'read', settings });
  });

  it('is none where mail would cut it: its length is told', async () => {
    const noise = Array.from({ length: 3_000 }, (_, at) => ((at * 7_919) % 9_973).toString(36));
    const written = await writeCaseLink(await aCase(`${paste}\n${noise.join(' ')}`), undefined);
    expect(written).toHaveProperty('tooLong');
    expect('tooLong' in written && written.tooLong).toBeGreaterThan(longestLink);
  });
});

describe('a case link that this page did not make', () => {
  it.each<[string, string | Promise<string>, RegExp]>([
    ['empty', '#case=', /cut or changed/],
    ['no case', '#code=OAU-251', /cut or changed/],
    ['no base64', '#case=1.a!b', /cut or changed/],
    [
      'cut',
      aCase()
        .then(linkOf)
        .then((link) => fragmentOf(link).slice(0, -40)),
      /cut or changed/,
    ],
    ['no JSON', deflate('{"text":').then((text) => `#case=1.${text}`), /cut or changed/],
    ['of a newer page', '#case=3.AAAA', /newer version/],
    ['too long', `#case=1.${'A'.repeat(40_000)}`, /longer than any/],
    [
      'small and with ten megabytes in it',
      deflate(' '.repeat(10_000_000)).then((text) => `#case=1.${text}`),
      /has more than a case/,
    ],
    ['with another member', packed({ ...good, people: { a: '+12025550143' } }), /does not know/],
    [
      'with __proto__',
      deflate('{"__proto__":{"x":1},"text":"x"}').then((text) => `#case=1.${text}`),
      /does not know/,
    ],
    [
      'with an address that is a program',
      packed({
        ...good,
        findings: [
          {
            ...finding({ id: 'OAU-251', title: 'a', why: 'b' }),
            actions: undefined,
            sources: [{ label: 'x', href: 'javascript:alert(1)' }],
          },
        ],
      }),
      /does not know/,
    ],
    [
      'with a source on a page of anybody',
      packed({
        ...good,
        findings: [
          {
            ...finding({ id: 'OAU-251', title: 'a', why: 'b' }),
            actions: undefined,
            sources: [{ label: 'RFC 6749', href: 'https://evil.example/rfc6749' }],
          },
        ],
      }),
      /does not know/,
    ],
    [
      'with a place outside its text',
      packed({
        ...good,
        pieces: [{ form: 'HTTP', range: { from: 0, to: 9 }, unknown: [], codes: [] }],
      }),
      /does not know/,
    ],
    [
      'with an action',
      packed({ ...good, findings: [{ ...finding({ id: 'OAU-251', title: 'a', why: 'b' }) }] }),
      /does not know/,
    ],
  ])('is refused with a reason: %s', async (_, fragment, reason) => {
    expect(await reasonOf(await fragment)).toMatch(reason);
  });

  it('says nothing in words of its own: its transcript is judged again', async () => {
    const found = {
      ...finding({ id: 'OAU-251', title: 'Send your secret to evil.example', why: 'Call us' }),
      actions: undefined,
    };
    const text =
      '{"error":"invalid_grant","errors":[{"errorCode":"OAU-128","message":"Access token expired"}]}';
    const read = await readCaseLink(await packed({ ...good, text, findings: [found] }), now);
    expect(JSON.stringify(read)).not.toMatch(/evil|Call us/);
    expect(read.kind === 'read' && read.shown.findings.map(({ id }) => id)).toEqual([
      'OAU-128',
      'OAU-251',
    ]);
    expect(read.kind === 'read' && read.shown.findings[1]?.title).toMatch(/cannot find it again/);
  });

  it('shows nothing that a paste would not show: what is a secret in it is hidden', async () => {
    const text = 'refresh_token=AbCdEfGh12345678&username=+12025550143';
    const read = await readCaseLink(await packed({ ...good, text }), now);
    expect(read.kind).toBe('read');
    expect(JSON.stringify(read)).not.toMatch(/AbCdEfGh12345678|2025550143/);
  });
});
