import { expect, it } from 'vitest';
import { noValueSurvives } from '../property/no-value-survives.ts';

/** The same pastes each time, so that a run says something of the change; FUZZ_SEED makes others. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_129);

it('no secret and nobody’s number survives in many thousand generated pastes', async () => {
  const { pastes, values, forms } = await noValueSurvives(20_000, seed);
  console.log(`${pastes} pastes of ${forms.size} forms, ${values} values, none survives`);
  expect(pastes).toBe(20_000);
}, 600_000);
