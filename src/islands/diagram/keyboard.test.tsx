// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { authCodePkce } from '#flows/auth-code-pkce.ts';
import { draw } from '#islands/parts/testing/draw.ts';
import { SequenceDiagram } from './SequenceDiagram.tsx';

const ids = authCodePkce.steps.map(({ id }) => id);

/** The diagram at a step; the test opens another as a page does. */
async function drawn(open = 'authorize') {
  const opened: string[] = [];
  const run: string[] = [];
  const diagram = (current: string) => (
    <SequenceDiagram
      actors={authCodePkce.actors}
      steps={authCodePkce.steps.map((definition, index) => ({
        id: definition.id,
        number: index + 1,
        definition,
        status: 'next',
        current: definition.id === current,
      }))}
      flight={undefined}
      statuses={new Map()}
      onOpen={(id) => opened.push(id)}
      runTo={({ id }) => (id === 'token' ? () => run.push(id) : undefined)}
    />
  );
  const page = (current: string) => (
    <>
      {diagram(current)}
      <button type="button">After</button>
    </>
  );
  const view = await draw(page(open));
  const step = (id: string) => document.querySelector<HTMLElement>(`[data-step="${id}"]`);
  const stops = () =>
    [...document.querySelectorAll<HTMLElement>('[data-step]')]
      .filter(({ tabIndex }) => tabIndex === 0)
      .map(({ dataset }) => dataset['step']);
  const focused = () => (document.activeElement as HTMLElement).dataset['step'];
  return { ...view, opened, run, step, stops, focused, page };
}

describe('the diagram under a reader’s hands', () => {
  it('is entered at the open step, and left by the next Tab', async () => {
    const { user, focused, getByText } = await drawn();
    await user.tab();
    expect(focused()).toBe('authorize');
    await user.tab();
    expect(document.activeElement).toBe(getByText('After'));
    await user.tab({ shift: true });
    expect(focused()).toBe('authorize');
  });

  it('moves the focus and its one tab stop with the arrows, Home and End, and opens nothing', async () => {
    const { user, focused, stops, opened } = await drawn();
    await user.tab();
    const moves: [string, number][] = [
      ['{ArrowDown}', 2],
      ['{ArrowRight}', 3],
      ['{ArrowUp}', 2],
      ['{Home}', 0],
      ['{ArrowUp}', 0],
      ['{End}', ids.length - 1],
      ['{ArrowDown}', ids.length - 1],
      ['{ArrowLeft}', ids.length - 2],
    ];
    for (const [key, to] of moves) {
      await user.keyboard(key);
      expect(focused(), key).toBe(ids[to]);
      expect(stops()).toEqual([ids[to]]);
    }
    expect(opened).toEqual([]);
  });

  it('leaves Control and an arrow to the page', async () => {
    const { user, focused } = await drawn();
    await user.tab();
    await user.keyboard('{Control>}{ArrowRight}{/Control}');
    expect(focused()).toBe('authorize');
  });

  it('opens a step with Enter or a press; the tab stop is the open step again', async () => {
    const { user, step, stops, opened, again, page } = await drawn();
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(opened).toEqual([ids[3]]);
    await again(page(ids[3] ?? ''));
    expect(stops()).toEqual([ids[3]]);
    await user.keyboard('{Home}');
    await user.click(step('token') as Element);
    expect(opened).toEqual([ids[3], 'token']);
    await again(page('token'));
    expect(stops()).toEqual(['token']);
  });

  it('runs to a step by a button of that step, which Tab reaches from there alone', async () => {
    const { user, run, getByText } = await drawn('token');
    await user.tab();
    await user.tab();
    expect(document.activeElement?.textContent).toBe('Run to here: step 5');
    await user.keyboard('{Enter}');
    expect(run).toEqual(['token']);
    const other = await drawn('authorize');
    await other.user.tab();
    await other.user.tab();
    expect(document.activeElement).toBe(getByText('After'));
  });
});
