import { expect, it } from 'vitest';
import { emptyDraft } from '#islands/app-form/draft.ts';
import { changedWords } from './changed-words.ts';
import { readings } from './readings.ts';
import { rowsOf } from './rows.ts';

function wordsFor(flow: string, draft: Partial<typeof emptyDraft>): string {
  const settings = readings({ ...emptyDraft, ...draft });
  const answer = rowsOf(settings, {}).find((row) => row.flow === flow)?.answers[0];
  if (!answer?.change) throw new Error('No change');
  return changedWords(answer.settings, answer.change.settings);
}

it('names the one setting that was changed', () => {
  expect(wordsFor('refresh-token', {})).toBe('Issue refresh tokens: now on.');
});

it('names each of several, under the words of the portal that the app has now', () => {
  expect(wordsFor('jwt', { page: 'classic', platformType: 'ServerOther' })).toBe(
    'Portal: now Current. JWT auth flow: now chosen. Platform type: now none. Issue refresh tokens: now off.',
  );
});
