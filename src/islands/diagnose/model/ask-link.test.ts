import { describe, expect, it } from 'vitest';
import { isFreeOfOAuth } from '#diagnosis/reply/oauth-words.ts';
import { always, readAskLink, writeAskLink } from './ask-link.ts';

const read = (fragment: string) => readAskLink(fragment.replace('ask=', ''));

describe('a link that asks a customer', () => {
  it('carries what a finding lacks, and what can always be asked', () => {
    const lacks = 'Which `user` saw it & when, 100 %?';
    expect(read(writeAskLink(lacks))?.questions).toEqual([lacks.replaceAll('`', ''), always]);
    expect(read(writeAskLink(undefined))?.questions).toHaveLength(2);
  });

  it.each([
    ['The redirect_uri as it was sent in both requests.', /address does the browser show/],
    ['Which methods does the app’s Auth section show, and its client id?', /settings/],
    ['The body of the answer: `print(response.text)`.', /error message/],
    ['The lines of the log with the token request.', /last lines/],
  ])('asks a customer in words without OAuth: %s', (lacks, plain) => {
    const questions = read(writeAskLink(lacks))?.questions ?? [];
    expect(questions[0]).toMatch(plain);
    expect(questions.every(isFreeOfOAuth)).toBe(true);
  });

  it('cuts a question that is too long, and asks another where one leads elsewhere', () => {
    const [long] = read(writeAskLink('x'.repeat(5_000)))?.questions ?? [];
    expect(long?.length).toBeLessThanOrEqual(400);
    const [other] = read(writeAskLink('Send it to https://evil.example'))?.questions ?? [];
    expect(other).not.toContain('evil');
  });

  it.each([
    ['an address', 'Open https://evil.example now'],
    ['another address', 'Open www.evil.example'],
    ['an address without its scheme', 'Go to evil.example/x and log in'],
    ['a program', 'Open javascript:alert(1)'],
    ['markup', '<b>bold</b>'],
    ['a mail address', 'Write to me@evil.example'],
    ['a direction that hides', 'Send \u202eti won'],
    ['a line break', 'One\nTwo'],
    ['nothing', ''],
    ['a novel', 'x'.repeat(401)],
  ])('is refused where it holds %s', (_, text) => {
    expect(readAskLink(encodeURIComponent(text))).toBeUndefined();
  });

  it('is refused where it is damaged or asks three things', () => {
    expect(readAskLink('%E0%A4%A')).toBeUndefined();
    expect(readAskLink('one&two&three')).toBeUndefined();
    expect(readAskLink('x'.repeat(20_000))).toBeUndefined();
  });
});
