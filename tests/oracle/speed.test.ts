import { expect, test } from 'vitest';
import type { AppSettings } from '#app-settings/app.ts';
import { availability } from '#app-settings/availability.ts';
import type { AccountFacts } from '#app-settings/facts.ts';
import { flows, readMatrix } from './matrix.ts';

/** Any two values of any two facts stand together in one of these. */
const pairwise: readonly Required<AccountFacts>[] = [
  facts(false, false, true, false, 'ringcentral'),
  facts(true, true, false, true, 'ringcentral'),
  facts(true, false, true, true, 'att'),
  facts(false, true, false, false, 'att'),
  facts(true, true, true, false, 'verizon'),
  facts(false, false, false, true, 'verizon'),
  facts(false, true, true, true, 'ringcentral'),
  facts(true, false, false, false, 'ringcentral'),
];

function facts(
  ssoEnforced: boolean,
  mfaRequired: boolean,
  thirdPartyAppsAccess: boolean,
  otherCompanies: boolean,
  brandEnvironment: 'ringcentral' | 'att' | 'verizon',
): Required<AccountFacts> {
  return { ssoEnforced, mfaRequired, thirdPartyAppsAccess, otherCompanies, brandEnvironment };
}

const values: Record<keyof AccountFacts, readonly unknown[]> = {
  ssoEnforced: [true, false],
  mfaRequired: [true, false],
  thirdPartyAppsAccess: [true, false],
  otherCompanies: [true, false],
  brandEnvironment: ['ringcentral', 'att', 'verizon'],
};

test('the facts are pairwise complete', () => {
  const names = Object.keys(values) as (keyof AccountFacts)[];
  for (const [index, one] of names.entries()) {
    for (const other of names.slice(index + 1)) {
      for (const left of values[one]) {
        for (const right of values[other]) {
          const found = pairwise.some((each) => each[one] === left && each[other] === right);
          expect(found, `${one} ${String(left)} with ${other} ${String(right)}`).toBe(true);
        }
      }
    }
  }
});

test('every cell with pairwise facts is judged, and how long it took is printed', () => {
  const apps = readMatrix()
    .filter(({ account }) => account === '-')
    .map(({ settings }) => settings as unknown as AppSettings);
  let cells = 0;
  const begun = performance.now();
  for (const app of apps) {
    for (const each of pairwise) cells += Object.keys(availability(app, each)).length;
  }
  const spent = performance.now() - begun;
  expect(cells).toBe(apps.length * pairwise.length * flows.length);
  // Printed and not asserted: a busy machine is no defect.
  console.log(
    `verdicts: ${cells} cells of ${apps.length} apps with ${pairwise.length} sets of facts in ` +
      `${spent.toFixed(0)} ms, ${((spent * 1000) / (apps.length * pairwise.length)).toFixed(1)} µs an app`,
  );
});
