import { describe, expect, it } from 'vitest';
import { prefersJson } from './accepts-json.ts';

describe('whether a request prefers JSON', () => {
  it.each([
    [null, false],
    ['', false],
    ['*/*', false],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false],
    ['text/html, application/json;q=0.9', false],
    ['application/json, text/html', false],
    ['application/json;q=0.5, */*', false],
    ['application/json;q=0', false],
    ['application/json', true],
    ['APPLICATION/JSON; charset=utf-8', true],
    ['application/json, text/plain, */*', true],
    ['application/*', true],
    ['text/html;q=0.5, application/json', true],
    [';;q=,,=', false],
  ])('%j: %s', (accept, expected) => {
    expect(prefersJson(accept)).toBe(expected);
  });
});
