import { describe, expect, it } from 'vitest';
import { tint } from './tint.ts';

const verifier = { name: 'code_verifier', value: 'pIUgx4tiqFpaOUz0HMc', maker: 'app' } as const;
const uri = { name: 'redirect_uri', value: 'http://localhost/', maker: 'app' } as const;

describe('a value keeps the colour of its maker', () => {
  it('is found inside a longer text', () => {
    expect(tint('a=1&code_verifier=pIUgx4tiqFpaOUz0HMc&b', [verifier])).toEqual([
      { text: 'a=1&code_verifier=' },
      { text: 'pIUgx4tiqFpaOUz0HMc', maker: 'app' },
      { text: '&b' },
    ]);
  });

  it('is found percent-encoded', () => {
    expect(tint('u=http%3A%2F%2Flocalhost%2F', [uri])[1]).toEqual({
      text: 'http%3A%2F%2Flocalhost%2F',
      maker: 'app',
    });
  });

  it('leaves short values alone, which would light up by chance', () => {
    expect(tint('11', [{ name: 'x', value: '1', maker: 'app' }])).toEqual([{ text: '11' }]);
  });

  it('loses no character', () => {
    const text = `x${verifier.value}${verifier.value}y`;
    expect(
      tint(text, [verifier])
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
