import { describe, expect, it } from 'vitest';
import { finding } from '../finding.ts';
import { show } from '../hide/show.ts';
import type { Shown } from '../hide/shown.ts';
import { recogniseAll as recognise } from '../recognise/recognise-all.ts';
import { longestLink, readCaseLink, writeCaseLink } from './case-link.ts';
import { deflate } from './deflate.ts';

const paste = `curl https://platform.ringcentral.com/restapi/oauth/token -d grant_type=password -d username=+12025550143 -d password=NotARealPassword7
{"error":"unauthorized_client","errors":[{"errorCode":"OAU-251","message":"Unauthorized for this grant type"}]}`;

function aCase(pasted = paste): Shown {
  const read = recognise(pasted);
  const at = read.text.indexOf('OAU-251');
  return show({
    ...read,
    findings: [
      finding({
        id: 'OAU-251',
        title: 'The app may not use `password`',
        why: 'Its settings do not have it.',
        code: 'OAU-251',
        evidence: [{ source: 'pasted', parameter: 'errorCode', range: { from: at, to: at + 7 } }],
        sources: [{ label: 'RFC 6749 5.2', href: 'https://www.rfc-editor.org/rfc/rfc6749' }],
      }),
    ],
  });
}

const linkOf = async (shown: Shown): Promise<string> => {
  const written = await writeCaseLink(shown, undefined, 'https://docs.example.test/diagnose/');
  return 'link' in written ? written.link : `too long: ${written.tooLong}`;
};
const fragmentOf = (link: string): string => link.slice(link.indexOf('#'));
const packed = async (value: unknown): Promise<string> =>
  `#case=1.${await deflate(JSON.stringify(value))}`;
const reasonOf = async (fragment: string): Promise<string> => {
  const read = await readCaseLink(fragment);
  return read.kind === 'refused' ? read.reason : 'read';
};

const good = { text: 'x', isCut: false, pieces: [], findings: [], removed: [] };

describe('a case link', () => {
  it('opens the same case: text, places, findings, what was removed; nobody’s number', async () => {
    const shown = aCase();
    const link = await linkOf(shown);
    expect(link.length).toBeLessThan(longestLink);
    const read = await readCaseLink(fragmentOf(link));
    expect(read).toEqual({
      kind: 'read',
      shown: { ...shown, repairs: [], people: {} },
    });
    expect(Object.values(shown.people)).toEqual(['+12025550143']);
    expect(JSON.stringify(read)).not.toMatch(/2025550143|NotARealPassword7/);
  });

  it('carries a finding whose source is a page of this site', async () => {
    const shown = aCase();
    const sources = [{ label: 'Move', href: '/flows/implicit/#move-to-the-code-flow' }];
    const found = { ...shown.findings[0], sources } as Shown['findings'][number];
    expect(await linkOf({ ...shown, findings: [found] })).toContain('#case=1.');
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
    const written = await writeCaseLink(aCase(), settings);
    const read = await readCaseLink('link' in written ? fragmentOf(written.link) : '');
    expect(read).toMatchObject({ kind: 'read', settings });
  });

  it('is none where mail would cut it: its length is told', async () => {
    const noise = Array.from({ length: 3_000 }, (_, at) => ((at * 7_919) % 9_973).toString(36));
    const written = await writeCaseLink(aCase(`${paste}\n${noise.join(' ')}`), undefined);
    expect(written).toHaveProperty('tooLong');
    expect('tooLong' in written && written.tooLong).toBeGreaterThan(longestLink);
  });
});

describe('a case link that this page did not make', () => {
  it.each<[string, string | Promise<string>, RegExp]>([
    ['empty', '#case=', /cut or changed/],
    ['no case', '#code=OAU-251', /cut or changed/],
    ['no base64', '#case=1.a!b', /cut or changed/],
    ['cut', linkOf(aCase()).then((link) => fragmentOf(link).slice(0, -40)), /cut or changed/],
    ['no JSON', deflate('{"text":').then((text) => `#case=1.${text}`), /cut or changed/],
    ['of a newer page', '#case=2.AAAA', /newer version/],
    ['too long', `#case=1.${'A'.repeat(40_000)}`, /longer than any/],
    [
      'small and with ten megabytes in it',
      deflate(' '.repeat(10_000_000)).then((text) => `#case=1.${text}`),
      /holds more than a case/,
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

  it('shows nothing that a paste would not show: what is a secret in it is hidden', async () => {
    const text = 'refresh_token=AbCdEfGh12345678&username=+12025550143';
    const read = await readCaseLink(await packed({ ...good, text }));
    expect(read.kind).toBe('read');
    expect(JSON.stringify(read)).not.toMatch(/AbCdEfGh12345678|2025550143/);
  });
});
