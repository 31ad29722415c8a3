import { expect, test } from 'vitest';
import { errorCodes } from '#protocol/errors/catalogue.ts';
import { wireText } from './wire-text.ts';

test.each(['OAU-152', 'OAU-164', 'OAU-270'] as const)(
  'B2 nobody has shown a text of %s, so the page says whose it is',
  (code) => {
    expect(wireText(code).isOwn).toBe(true);
  },
);

test('a text that was seen, and a code of the sandbox, need no such note', () => {
  expect(wireText('OAU-347')).toEqual({
    text: 'An algorithm which is used for assertion signing is not supported for JWT Bearer grant type',
    isOwn: false,
  });
  expect(wireText('SANDBOX-PKCE-1').isOwn).toBe(false);
  expect(errorCodes.filter((code) => wireText(code).isOwn).length).toBeLessThan(8);
});
