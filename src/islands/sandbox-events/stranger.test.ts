import { describe, expect, it } from 'vitest';
import { strangerWords } from './stranger.ts';
import { exchange } from './testing/fake-browser.ts';

const from = (headers: [string, string][]) =>
  strangerWords(
    exchange(1, {
      caller: 'stranger',
      request: { method: 'POST', url: 'http://localhost:4321/restapi/oauth/token', headers },
    }),
  );

describe('a request of a stranger’s page', () => {
  it('is marked in words, with the site where the request names it', () => {
    expect(from([['Origin', 'http://evil.example']])).toBe(
      'sent by a page of another site: http://evil.example',
    );
    expect(from([['referer', 'https://evil.example/page?x=1']])).toBe(
      'sent by a page of another site: https://evil.example',
    );
    expect(from([['origin', 'null']])).toBe('sent by a page of another site');
    expect(from([])).toBe('sent by a page of another site');
  });

  it('is any but those of the reader’s own pages and programs', () => {
    for (const caller of ['page', 'program'] as const) {
      expect(strangerWords(exchange(1, { caller }))).toBeUndefined();
    }
    expect(strangerWords(exchange(1))).toBeUndefined();
  });
});
