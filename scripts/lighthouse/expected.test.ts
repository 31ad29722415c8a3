import { expect, test } from 'vitest';
import { judge } from './expected.mjs';

const run = (numbers: { performance?: number; seo?: number; shift?: number } = {}) => ({
  categories: {
    performance: { score: numbers.performance ?? 1 },
    accessibility: { score: 1, auditRefs: [] },
    'best-practices': { score: 1, auditRefs: [] },
    seo: {
      score: numbers.seo ?? 1,
      auditRefs: [
        { id: 'meta-description', weight: 1 },
        { id: 'canonical', weight: 0 },
      ],
    },
  },
  audits: {
    'meta-description': { score: numbers.seo ?? 1, title: 'No description' },
    canonical: { score: 0, title: 'No canonical link' },
    'cumulative-layout-shift': { numericValue: numbers.shift ?? 0 },
    'total-blocking-time': { numericValue: 10 },
    'largest-contentful-paint': { numericValue: 1_000 },
    'total-byte-weight': { numericValue: 100_000 },
  },
});

test('a slow run is told and fails nothing; the middle one counts', () => {
  const { performance, failures } = judge([0.2, 0.9, 0.3].map((one) => run({ performance: one })));
  expect([performance, failures]).toEqual([30, []]);
});

test('what is lost of a score that no machine changes is named', () => {
  expect(judge([run({ seo: 0.9 })]).failures).toEqual([
    'seo is 90, not 100',
    'seo: No description',
  ]);
});

test('a page that moves fails, by the middle of its runs', () => {
  expect(judge([0, 0.2, 0.01].map((shift) => run({ shift }))).failures).toEqual([]);
  expect(judge([0, 0.2, 0.06].map((shift) => run({ shift }))).failures).toEqual([
    'layout shift is 0.060, more than 0.05',
  ]);
});

test('what no run could measure is a failure with its reason, what one could not is none', () => {
  const unmeasured = run();
  Reflect.set(unmeasured.audits, 'largest-contentful-paint', {
    score: null,
    errorMessage: 'no paint',
  });
  expect(judge([unmeasured]).failures).toEqual(['largest-contentful-paint: no paint']);
  expect(judge([unmeasured, run()]).failures).toEqual([]);
});
