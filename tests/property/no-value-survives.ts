import fc from 'fast-check';
import { expect } from 'vitest';
import { hide } from '#diagnosis/hide/show.ts';
import { diagnosePaste } from '#diagnosis/paste/diagnose-paste.ts';
import { writeCaseLink, readCaseLink } from '#diagnosis/report/case-link.ts';
import { reportOf } from '#diagnosis/report/report.ts';
import { named, ofPeople, ofSecrets, repeated } from './paste-forms.ts';
import { people, type Placed, secrets } from './placed-values.ts';

interface Pasted {
  form: string;
  placed: Placed;
  paste: string;
}

const formsOf = (forms: typeof named): [string, (placed: Placed) => string][] =>
  Object.entries(forms);

const pasted = (
  values: fc.Arbitrary<Placed>,
  forms: [string, (placed: Placed) => string][],
): fc.Arbitrary<Pasted> =>
  fc
    .tuple(values, fc.constantFrom(...forms), fc.constantFrom(...repeated))
    .map(([placed, [form, write], again]) => ({
      form,
      placed,
      paste: `${write(placed)}\n${placed.kind === 'secret' ? again(placed.value) : ''}`,
    }));

const one = fc.oneof(
  pasted(secrets, [...formsOf(named), ...formsOf(ofSecrets)]),
  pasted(people, [...formsOf(named), ...formsOf(ofPeople)]),
);
/** One, or several under one another, as a ticket has them. */
const several = fc.oneof(
  { weight: 3, arbitrary: one.map((each) => [each]) },
  { weight: 1, arbitrary: fc.array(one, { minLength: 2, maxLength: 3 }) },
);

/** How a value may stand in what is shown, and be read there. */
const spellings = (value: string): string[] => [
  ...new Set([
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    ...(value.length > 8 ? [value.slice(0, 12)] : []),
  ]),
];

/** What every reader may see, and needs: each time that it stands in a paste it stands in what is shown. */
const stay = [
  'EXAMPLEclientIdAbc0001',
  'grant_type',
  'redirect_uri',
  'OAU-213',
  'Token not found',
  'platform.ringcentral.com/restapi/oauth/token',
  'https%3A%2F%2Fapp.example.com%2Fcb',
];
const countOf = (text: string, part: string): number => text.split(part).length - 1;

/** What passes in a run, by form. */
export interface Counts {
  pastes: number;
  values: number;
  forms: Set<string>;
}

/**
 * A secret or a person's number or address, placed in pastes of every form, stands in nothing that is
 * shown: neither the view, nor a link as it opens, nor a report. Codes, client ids, addresses and names
 * of parameters stay.
 */
export async function noValueSurvives(numRuns: number, seed?: number): Promise<Counts> {
  const counts: Counts = { pastes: 0, values: 0, forms: new Set() };
  await fc.assert(
    fc.asyncProperty(several, async (all) => {
      const paste = all.map((each) => each.paste).join('\n\n');
      const { shown } = hide(await diagnosePaste(paste, { now: Date.UTC(2026, 10, 29) }));
      const written = await writeCaseLink(shown, undefined);
      const opened =
        'link' in written
          ? await readCaseLink(written.link.slice(written.link.indexOf('#')), 0)
          : {};
      const texts = [
        JSON.stringify({ ...shown, people: {} }),
        shown.text,
        JSON.stringify(opened),
        reportOf(shown, 'text'),
        reportOf(shown, 'markdown'),
      ].join('\n');
      for (const part of stay) {
        expect(countOf(shown.text, part), `${part} in ${paste}`).toBe(countOf(paste, part));
      }
      for (const { form, placed } of all) {
        for (const spelling of spellings(placed.value)) {
          const at = texts.indexOf(spelling);
          const seen = at < 0 ? '' : texts.slice(Math.max(0, at - 60), at + spelling.length + 20);
          expect(seen, `${placed.name} in ${form}: ${placed.value}`).toBe('');
        }
        counts.values += 1;
        counts.forms.add(form);
      }
      counts.pastes += 1;
    }),
    { numRuns, ...(seed === undefined ? {} : { seed }) },
  );
  return counts;
}
