import { describe, expect, it } from 'vitest';
import type { AppSettings } from '#app-settings/app.ts';
import { readState } from '#app-settings/chooser/fragment.ts';
import { recommend } from '#app-settings/chooser/recommend.ts';
import { describeSettings } from '#app-settings/describe.ts';
import { readFragment } from '../../src/islands/checker/model/fragment.ts';
import { readings } from '../../src/islands/checker/model/readings.ts';
import { rowsOf } from '../../src/islands/checker/model/rows.ts';
import { createChooser } from '../../src/islands/chooser/model.ts';
import recorded from './recorded-addresses.json' with { type: 'json' };

/** The settings that an answer is about: the name is a reader's own. */
function answerOf({ name, ...app }: AppSettings): Omit<AppSettings, 'name'> {
  expect(name).toBe('My app');
  // What a page's app registers while it is tried was its server's, and is its dev server's since.
  const proposed = app.platformType === 'BrowserBased';
  return proposed ? { ...app, redirectUris: ['http://localhost:5000/oauth2callback'] } : app;
}

/** Addresses as they were written in November 2026, each with what it opened then. */
describe('an address of the chooser opens the same answer', () => {
  it.each(recorded.chooser)('$fragment', ({ fragment, title, outcome, problems, apps, facts }) => {
    const chooser = createChooser({
      fragment: () => fragment,
      replaceFragment: () => undefined,
      onFragment: () => () => undefined,
    });
    chooser.start();
    const found = chooser.outcome.value;
    expect(found?.id).toBe(outcome);
    expect(found?.title ?? chooser.question.value?.words).toBe(title);
    expect(chooser.problems.value).toEqual(problems);
    if (found?.kind !== 'flow') return;
    const { answers, ...wishes } = readState(fragment).state;
    const recommended = recommend(found, answers, wishes);
    expect(recommended.apps.map(answerOf)).toEqual(apps);
    expect(recommended.facts).toEqual(facts);
  });
});

describe('an address of the checker opens the same verdicts', () => {
  it.each(recorded.checker)('$fragment', ({ fragment, ...then }) => {
    const read = readFragment(fragment);
    if (read.kind !== 'read') throw new Error('It held settings');
    const settings = readings(read.draft);
    const rows = rowsOf(settings, read.draft.facts);
    expect({
      description: describeSettings(settings[0]),
      ...(read.open && { open: read.open }),
      left: read.left,
      settings,
      facts: read.draft.facts,
      look: read.draft.look,
      verdicts: Object.fromEntries(
        rows.map(({ flow, answers }) => [
          flow,
          answers.map(
            ({ today, bySettings, sandbox }) =>
              `today ${today}, settings ${bySettings}, sandbox ${sandbox}`,
          ),
        ]),
      ),
    }).toEqual(then);
  });
});
