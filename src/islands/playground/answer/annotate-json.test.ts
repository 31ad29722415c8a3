import { describe, expect, it } from 'vitest';
import { annotateJson } from './annotate-json.ts';

const body =
  '{"access_token":"a","expires_in":3600,"errors":[{"errorCode":"OAU-1"}],"x":{},"y":null}';

describe('an answer laid out beside its notes', () => {
  it('writes the same JSON, one member a line', () => {
    const lines = annotateJson(body, {}) ?? [];
    const text = lines
      .map(({ member, text }) =>
        member === undefined ? text : `${JSON.stringify(member)}:${text}`,
      )
      .join('');
    expect(JSON.parse(text)).toEqual(JSON.parse(body));
  });

  it('puts a note beside the member it names, at any depth, once', () => {
    const lines = annotateJson('[{"a":1},{"a":2}]', { a: 'first' }) ?? [];
    expect(lines.filter(({ note }) => note === 'first')).toHaveLength(1);
    const deep = annotateJson(body, { errorCode: 'match on this' }) ?? [];
    expect(deep.find(({ note }) => note)?.depth).toBe(3);
  });

  it('is not confused by names of Object.prototype', () => {
    const lines = annotateJson('{"__proto__":1,"constructor":2}', {}) ?? [];
    expect(lines.map(({ note }) => note)).toEqual([undefined, undefined, undefined, undefined]);
    expect(lines.map(({ member }) => member)).toContain('__proto__');
  });

  it('leaves what is not JSON to the raw view', () => {
    expect(annotateJson('<html>', {})).toBeUndefined();
    expect(annotateJson('', {})).toBeUndefined();
    expect(annotateJson('['.repeat(60_000) + ']'.repeat(60_000), {})).toBeUndefined();
  });
});
