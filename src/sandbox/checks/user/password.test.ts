import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultUser, demoPassword } from '../../demo/users.ts';
import { isPasswordOf } from './password.ts';

describe('AS-137 a password', () => {
  it('is right in every character, not only in number', () => {
    expect(isPasswordOf(defaultUser, demoPassword)).toBe(true);
    for (let at = 0; at < demoPassword.length; at += 1) {
      const wrong = `${demoPassword.slice(0, at)}~${demoPassword.slice(at + 1)}`;
      expect(wrong).toHaveLength(demoPassword.length);
      expect(isPasswordOf(defaultUser, wrong)).toBe(false);
    }
  });

  it('is nothing else that is as long', () => {
    const asLong = fc.string({ minLength: demoPassword.length, maxLength: demoPassword.length });
    fc.assert(
      fc.property(asLong, (text) => isPasswordOf(defaultUser, text) === (text === demoPassword)),
    );
  });

  it('of nobody is never right, the one that nobody has among them', () => {
    for (const text of ['', demoPassword, 'no-user-has-this-password']) {
      expect(isPasswordOf(undefined, text)).toBe(false);
    }
  });
});
