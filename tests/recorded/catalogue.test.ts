import { describe, expect, it } from 'vitest';
import { errorCodes, isErrorCode, wireError } from '#protocol/errors/codes.ts';
import { codesOfText } from '#protocol/errors/seen/codes-of-text.ts';
import { elsewhere } from '#protocol/errors/seen/elsewhere.ts';
import { isPublic, seenOf } from '#protocol/errors/seen/seen.ts';
import type { Sighting } from '#protocol/errors/seen/sighting.ts';
import { sightingSource } from '#protocol/errors/seen/sources.ts';
import { withoutCode } from '#protocol/errors/seen/without-code.ts';
import { recordedAnswers } from '#protocol/recorded/answers.ts';
import { recordedRefusals } from './refusals.ts';

/** Recordings write `<x>` or a value where the catalogue has the name of a place. */
const shape = (text: string): string =>
  text
    .replaceAll(/\[(?:ReadAccounts|ReadCallLog|Meetings|accountId|<[^>]*>)\]/g, '[]')
    .replace(/(Invalid client: ).*/, '$1')
    .replace(/…? ?\(cut\)$/, '');

function sightingsOf(code: string | undefined): readonly Sighting[] {
  if (code === undefined) return withoutCode.flatMap(({ sightings }) => sightings);
  if (isErrorCode(code) && isPublic(code)) return seenOf(code).sightings;
  return elsewhere[code as keyof typeof elsewhere]?.sightings ?? [];
}

describe('the catalogue beside recorded answers', () => {
  it('has all that were collected', () => {
    expect(recordedAnswers).toHaveLength(45);
    expect(recordedRefusals().length).toBeGreaterThanOrEqual(29);
  });

  it.each(recordedRefusals().map((refusal) => [refusal.id, refusal] as const))(
    '%s stands in it with its text, status and error',
    (_id, { code, text, status, error }) => {
      const known = [
        ...sightingsOf(code),
        // The recordings of 2017 have no code where later ones have.
        ...(code === undefined
          ? errorCodes.filter(isPublic).flatMap((each) => seenOf(each).sightings)
          : []),
      ];
      const cut = text.includes('(cut)');
      const match = known.filter((each) =>
        cut ? each.text.startsWith(shape(text).slice(0, 20)) : shape(each.text) === shape(text),
      );
      expect(match, text).not.toEqual([]);
      if (status !== undefined) expect(match.map((each) => each.status)).toContain(status);
      if (code !== undefined && error !== undefined) {
        expect(match.map((each) => each.error)).toContain(error);
      }
      if (code !== undefined && !cut) expect(codesOfText(text)).toContain(code);
    },
  );

  it('names a source with a date for every form, and an address where there is one', () => {
    for (const code of errorCodes.filter(isPublic)) {
      for (const { by } of seenOf(code).sightings) {
        expect(sightingSource(by).when, code).toMatch(/^(20\d\d|undated$)/);
      }
    }
  });

  it('asks something of every code, and gives each a grade of its own', () => {
    for (const code of errorCodes.filter(isPublic)) {
      expect(seenOf(code).ask, code).toMatch(/[.?]/);
    }
  });
});

describe('from a text to its codes', () => {
  it.each([
    ['Unauthorized for this grant type', ['OAU-251']],
    ['Invalid client application: [abcDEF123]', ['OAU-153']],
    ['Invalid client: abcDEF123', ['OAU-153']],
    ['Invalid client credentials', ['OAU-146']],
    ['OAuth token is invalid', ['OAU-149']],
    ['error: Unparseable access token', ['OAU-149']],
    ['Authorization method not supported', ['OAU-151']],
    ['Basic authentication header is missing or malformed', ['OAU-123']],
    ['  redirect   uris do not match ', ['OAU-109']],
    ['[ThirdPartyAppAccess] permission required', ['CMN-408']],
    [
      'In order to call this API endpoint, application needs to have [VoipCalling] permission',
      ['CMN-401'],
    ],
    [
      'In order to call this API endpoint, user needs to have [Faxes] permission for requested resource.',
      ['CMN-408'],
    ],
    ['Resource Owner credentials are incomplete.', ['SANDBOX-USER-2']],
    ['Extension not found', ['OAU-136', 'OAU-232']],
    ['Something else went wrong', []],
    ['', []],
  ])('%s', (text, codes) => {
    expect(codesOfText(text).toSorted()).toEqual(codes);
  });

  it('knows every text that the sandbox sends', () => {
    for (const code of errorCodes) {
      expect(codesOfText(wireError(code).message), code).toContain(code);
    }
  });
});
