import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FlowId } from '#app-settings/app.ts';
import { emptyDraft } from '#islands/app-form/draft.ts';
import { createChecker } from '../model/checker.ts';
import { fakePage } from '../model/testing/fake-page.ts';
import { LateDetails } from './LateDetails.tsx';
import { Verdicts } from './Verdicts.tsx';

beforeAll(() => LateDetails.preload());

/** A row as the page shows it to whoever comes with a classic web server app. */
function rowOf(flow: FlowId): string {
  const checker = createChecker(fakePage());
  checker.edit({ ...emptyDraft, page: 'classic', platformType: 'ServerWeb' });
  checker.goToRow(flow);
  const page = renderToString(<Verdicts checker={checker} />);
  const row = page.split('<li class="ck-row"').find((part) => part.includes(`"${flow}"`));
  if (!row) throw new Error('No row');
  return row;
}

describe('the row of a flow that has ended leads out', () => {
  it.each([
    ['password', '/guides/move-off-the-password-flow/', 'Move off the password flow'],
    ['implicit', '/flows/implicit/#move-to-the-code-flow', 'Move to the code flow'],
  ] as const)('%s: to %s, then by one question', (flow, href, words) => {
    const row = rowOf(flow);
    const order = [
      'No setting brings it back.',
      `href="${href}"`,
      words,
      'Does a person sign in?',
      'Yes: code with PKCE',
      'No, it acts for one fixed user: JWT',
    ].map((part) => row.indexOf(part));
    expect(order).not.toContain(-1);
    expect([...order].sort((one, other) => one - other)).toEqual(order);
    expect(row).not.toContain('Smallest change');
    expect(row).not.toContain('What would change it');
  });

  it('and no other row says so', () => {
    expect(rowOf('jwt')).not.toContain('No setting brings it back');
    expect(rowOf('jwt')).toContain('Smallest change');
  });
});
