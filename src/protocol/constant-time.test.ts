import { describe, expect, it } from 'vitest';
import { sameSecret } from './constant-time.ts';

describe('AS-114 comparing secrets', () => {
  it('holds equal texts equal and all others not', () => {
    expect(sameSecret('', '')).toBe(true);
    expect(sameSecret('p:q+%ü', 'p:q+%ü')).toBe(true);
    for (const other of ['', 'secre', 'secret!', 'Secret', 'secre\u0000', 'xecret']) {
      expect(sameSecret(other, 'secret'), other).toBe(false);
    }
    expect(sameSecret('\u0000', '')).toBe(false);
  });
});
