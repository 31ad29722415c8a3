import { expect, it } from 'vitest';
import { noValueSurvives } from '../property/no-value-survives.ts';

it('no secret and nobody’s number survives in many thousand generated pastes', async () => {
  const { pastes, values, forms } = await noValueSurvives(20_000);
  console.log(`${pastes} pastes of ${forms.size} forms, ${values} values, none survives`);
  expect(pastes).toBe(20_000);
}, 600_000);
