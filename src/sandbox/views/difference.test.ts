import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDifference } from './difference.ts';
import { showInvisible } from './html.ts';

const joined = ({ before, marked, after }: ReturnType<typeof findDifference>['sent']) =>
  before + marked + after;

describe('the stretch that two texts do not share', () => {
  it('leaves each text as it was', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (sent, registered) => {
        const difference = findDifference(sent, registered);
        expect(joined(difference.sent)).toBe(sent);
        expect(joined(difference.registered)).toBe(registered);
        expect(difference.sent.before).toBe(difference.registered.before);
        expect(difference.sent.after).toBe(difference.registered.after);
      }),
    );
  });

  it('is one character where one differs', () => {
    expect(findDifference('http://a/cb', 'http://a/cb/')).toEqual({
      sent: { before: 'http://a/cb', marked: '', after: '' },
      registered: { before: 'http://a/cb', marked: '/', after: '' },
      at: 12,
    });
    expect(findDifference('http://a', 'https://a').registered.marked).toBe('s');
  });

  it('does not cut a character in two', () => {
    expect(findDifference('🙂', '🙃').sent.marked).toBe('🙂');
  });

  it('shows what cannot be seen', () => {
    expect(showInvisible('a b\r\n\u200bé')).toBe('a·b%0D%0A%E2%80%8Bé');
  });
});
