import { expect, it } from 'vitest';
import { noValueSurvives } from './no-value-survives.ts';

it('no secret and nobody’s number placed anywhere in a generated paste survives in view, link or report', async () => {
  // The same ones each day; the long run makes new ones.
  const { pastes, values, forms } = await noValueSurvives(400, 20_261_129);
  console.log(`${pastes} pastes of ${forms.size} forms, ${values} values, none survives`);
  expect(forms.size).toBeGreaterThan(40);
});
