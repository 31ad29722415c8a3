// What Lighthouse is asked, and what of its answers fails the step (decision 155).

/** The pages that most readers meet first, one of each kind. `goal`: the performance that the project aims at. */
export const pages = [
  { name: 'overview', address: '/', goal: 98 },
  { name: 'guide', address: '/flows/auth-code-pkce/', goal: 95 },
  { name: 'quick start', address: '/quick-start/authorization-flow/node/', goal: 95 },
  { name: 'playground', address: '/playground/', goal: 95 },
  { name: 'checker', address: '/checker/', goal: 95 },
  { name: 'console', address: '/console/', goal: 95 },
];

/** Of these nothing is lost on any machine. */
export const whole = ['accessibility', 'best-practices', 'seo'];

export const mostShift = 0.05;
/** In milliseconds, at the speed of Lighthouse's slow phone. Told, and no failure: it is the machine's too. */
export const goalBlocking = 200;

/** Runs of each page on the Node host, and how often each is read on the static build. */
export const runs = { node: 5, static: 1 };

/** After so long each page that is left is read once: the long run has an hour for all it does. */
export const enoughAfter = 270_000;

export const median = (numbers) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * What a page's runs come to: the median of each, and what of it is a failure.
 *
 * @param results what Lighthouse made of each run; the first has every category, the others performance alone
 */
export function judge(results) {
  const [first] = results;
  const scores = Object.fromEntries(
    whole.map((name) => [name, Math.round((first.categories[name]?.score ?? 0) * 100)]),
  );
  const lost = whole.flatMap((name) =>
    (first.categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (first.audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${name}: ${first.audits[id].title}`),
  );
  /** A run may lack a number, on a machine that had no time for it; all of them may not. */
  const unknown = [];
  const of = (audit) => {
    const known = results.flatMap(({ audits }) => audits[audit]?.numericValue ?? []);
    if (known.length > 0) return median(known);
    unknown.push(`${audit}: ${first.audits[audit]?.errorMessage ?? 'not measured'}`);
    return 0;
  };
  const numbers = {
    shift: of('cumulative-layout-shift'),
    blocking: of('total-blocking-time'),
    paint: of('largest-contentful-paint'),
    bytes: of('total-byte-weight'),
  };
  const { shift } = numbers;
  const failures = [
    ...whole
      .filter((name) => scores[name] < 100)
      .map((name) => `${name} is ${scores[name]}, not 100`),
    ...lost,
    ...unknown,
    ...(shift > mostShift ? [`layout shift is ${shift.toFixed(3)}, more than ${mostShift}`] : []),
    ...results.flatMap(({ runtimeError }) => (runtimeError ? [runtimeError.message] : [])),
  ];
  return {
    performance: Math.round(
      median(results.map(({ categories }) => categories.performance?.score ?? 0)) * 100,
    ),
    ...scores,
    ...numbers,
    runs: results.length,
    failures,
  };
}
