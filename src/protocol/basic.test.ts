import { describe, expect, it } from 'vitest';
import { readBasic } from './basic.ts';

const header = (text: string) => `Basic ${btoa(text)}`;

describe('reading Basic', () => {
  it('AS-101 splits on the first colon, then form-decodes each half', () => {
    expect(readBasic(header('a+b:p%3Aq:%2B%25'))).toEqual({
      kind: 'basic',
      raw: { id: 'a+b', secret: 'p%3Aq:%2B%25' },
      decoded: { id: 'a b', secret: 'p:q:+%' },
    });
  });

  it('AS-103 keeps the raw halves where they cannot be decoded', () => {
    expect(readBasic(header('a b:p:q+%'))).toEqual({
      kind: 'basic',
      raw: { id: 'a b', secret: 'p:q+%' },
    });
  });

  it('AS-102 reads UTF-8, and Latin-1 where it is not UTF-8', () => {
    const utf8 = String.fromCharCode(...new TextEncoder().encode('id:ü'));
    expect(readBasic(header(utf8))).toMatchObject({ raw: { secret: 'ü' } });
    expect(readBasic(header('id:\xfc'))).toMatchObject({ raw: { secret: 'ü' } });
  });

  it('AS-111 takes the scheme in any case', () => {
    expect(readBasic(`bAsIc ${btoa('id:secret')}`)).toMatchObject({ kind: 'basic' });
  });

  it('AS-112 refuses what cannot be read, without throwing', () => {
    for (const text of [
      'Basic',
      'Basic ',
      'Basic %%%',
      'Basic a',
      header('only-an-id'),
      'Basic a b',
    ]) {
      expect(readBasic(text), text).toEqual({ kind: 'unreadable' });
    }
  });
});
