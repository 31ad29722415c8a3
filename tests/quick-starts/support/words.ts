import { expect } from 'vitest';
import type { Browser } from './browser.ts';

/** How each language shows where it broke. */
const traces = [
  /Traceback \(most recent call last\)/,
  /^\s+at [\w.$<>[\]`]+ ?\(/m,
  /^\s+at (?:async )?(?:file:|node:|\/)/m,
  /\.rb:\d+:in [`']/,
  /Stack trace:|PHP (?:Fatal error|Warning|Notice|Deprecated)|<b>(?:Fatal error|Warning)<\/b>/,
  /Exception in thread|Unhandled [Ee]xception/,
];

/** Access and refresh tokens of the sandbox begin so. */
const tokens = /U0JYMDFQMDFQQVMwMH[A-Za-z0-9_-]+/;

/** Fails on a stack trace, a token or one of these secrets in what a reader could see. */
export function expectClean(text: string, secrets: readonly string[]): void {
  for (const trace of traces) expect(text).not.toMatch(trace);
  expect(text).not.toMatch(tokens);
  for (const secret of secrets) expect(text).not.toContain(secret);
}

/** The codes that passed through a browser's address bar. */
const codesIn = ({ seen }: Browser) =>
  seen.flatMap(({ url }) => new URL(url).searchParams.getAll('code'));

/** The same for all that a program printed and every page of its own that a browser saw. */
export function expectCleanRun(
  output: string,
  browsers: readonly Browser[],
  origin: string,
  secrets: readonly string[],
): void {
  const all = [...secrets, ...browsers.flatMap(codesIn)].filter(Boolean);
  expectClean(output, all);
  for (const { url, text } of browsers.flatMap(({ seen }) => seen)) {
    if (url.startsWith(origin)) expectClean(text, all);
  }
}
