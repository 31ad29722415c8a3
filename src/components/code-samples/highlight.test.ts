import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { highlight, highlightedHtml } from './highlight.ts';

const program = readFileSync(
  new URL('../../../content/quick-start/authorization-flow/python/app.py', import.meta.url),
  'utf8',
);

describe('a program, read by Shiki', () => {
  it('is the same text, put together', async () => {
    const lines = await highlight(program, 'python');
    const text = lines.map((pieces) => pieces.map((piece) => piece.text).join('')).join('\n');
    expect(text).toBe(program);
  });

  it('has no ink on white space, and no two neighbours that look the same', async () => {
    for (const pieces of await highlight(program, 'python')) {
      for (const [index, { text, ink }] of pieces.entries()) {
        if (ink !== undefined) expect(text.trim()).not.toBe('');
        if (index > 0) expect(ink).not.toBe(pieces[index - 1]?.ink);
      }
    }
  });

  it('tells words, texts and marks apart, and carries no colour of its own', async () => {
    expect(await highlightedHtml('if (a < 1) b("<p>"); // why', 'js')).toBe(
      '<b>if </b><span>(</span>a <span>&lt; </span><i>1</i><span>) </span><i>b</i><span>("</span><i>&lt;p&gt;</i><span>"); // why</span>',
    );
    expect(await highlightedHtml('GET /restapi HTTP/1.1\nHost: a.example', 'http')).toContain(
      '<b>Host: </b>',
    );
  });

  it('has the usual address in one piece, where the language takes it apart too', async () => {
    for (const code of [
      'A=${B:-http://localhost:4321}',
      'curl "${B:-http://localhost:4321}/x" y',
    ]) {
      const [line = []] = await highlight(code, 'sh');
      expect(line.filter(({ text }) => text.includes('http://localhost:4321'))).toHaveLength(1);
      expect(line.map(({ text }) => text).join('')).toBe(code);
    }
  });

  it('of a language that Shiki does not have fails the build', async () => {
    await expect(highlight('x', 'no-language')).rejects.toThrow('no-language');
  });
});
