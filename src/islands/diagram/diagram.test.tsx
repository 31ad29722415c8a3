import { renderToString } from 'preact-render-to-string';
import { parse } from 'ultrahtml';
import { querySelector, querySelectorAll } from 'ultrahtml/selector';
import { describe, expect, it } from 'vitest';
import { authCodePkce } from '#flows/auth-code-pkce.ts';
import { itemAfter } from './arrow-keys.ts';
import { SequenceDiagram } from './SequenceDiagram.tsx';
import type { StepStatus } from './shown-step.ts';

/** The diagram of PKCE at one step, which has that status; what comes before it is done. */
function drawn(open: string, status: StepStatus, statuses: Record<string, number> = {}) {
  const at = authCodePkce.steps.findIndex(({ id }) => id === open);
  const steps = authCodePkce.steps.map((definition, index) => ({
    id: definition.id,
    number: index + 1,
    definition,
    status: index < at ? ('done' as const) : index === at ? status : ('next' as const),
    current: index === at,
  }));
  const page = renderToString(
    <SequenceDiagram
      actors={authCodePkce.actors}
      steps={steps}
      flight={undefined}
      statuses={new Map(Object.entries(statuses))}
      onOpen={() => undefined}
    />,
  );
  return parse(page);
}

type Page = ReturnType<typeof drawn>;

const text = (node: Page): string =>
  node.type === 2 ? node.value : ((node.children as Page[] | undefined) ?? []).map(text).join('');

const button = (page: Page, step: string) => querySelector(page, `[data-step="${step}"]`);

/** Of each line of a step: from whom to whom, whether the octagon stands on it, and its words. */
function lines(page: Page, step: string) {
  return querySelectorAll(button(page, step), '.pg-message').map((line) => ({
    from: line.attributes['data-from'],
    to: line.attributes['data-to'],
    octagon: querySelectorAll(line, '.pg-wire svg').length === 1,
    label: text(querySelector(line, '.pg-label')).trim(),
  }));
}

const octagons = (page: Page): number => querySelectorAll(page, '.pg-wire svg').length;

describe('the line of a refusal', () => {
  it('is the answer’s: the octagon stands there alone, with the status that came', () => {
    const page = drawn('token', 'refused', { token: 400 });
    expect(lines(page, 'token')).toEqual([
      { from: 'app', to: 'authorization-server', octagon: false, label: expect.any(String) },
      { from: 'authorization-server', to: 'app', octagon: true, label: '400 refused' },
    ]);
    expect(octagons(page)).toBe(1);
  });

  it.each([
    ['authorize', 'refused'],
    ['return', 'refused'],
    ['token', 'unreachable'],
    ['refresh', 'refused'],
  ] as const)('of the step %s, %s, is its last, and of no other step', (step, status) => {
    const page = drawn(step, status);
    const marks = lines(page, step).map(({ octagon }) => octagon);
    expect(marks).toEqual(marks.map((_, index) => index === marks.length - 1));
    expect(octagons(page)).toBe(1);
  });

  it.each(['next', 'now', 'done'] as const)('is none where the step is %s', (status) => {
    expect(octagons(drawn('token', status, { token: 200 }))).toBe(0);
  });

  it('has the planned words where nothing came, and the status that came where it went well', () => {
    const planned = lines(drawn('return', 'now', { return: 302 }), 'return')[0]?.label ?? '';
    const came = lines(drawn('return', 'done', { return: 302 }), 'return')[0]?.label ?? '';
    expect(planned).toMatch(/^303/);
    expect(came).toBe(planned.replace('303', '302'));
    expect(lines(drawn('token', 'unreachable'), 'token')[1]?.label).not.toContain('refused');
  });
});

describe('the diagram by keyboard', () => {
  it('is one tab stop, at the open step, which says where it stands', () => {
    const page = drawn('token', 'refused');
    const stops = querySelectorAll(page, '[data-step]').filter(
      ({ attributes }) => attributes['tabindex'] === '0',
    );
    expect(stops.map(({ attributes }) => attributes['data-step'])).toEqual(['token']);
    expect(button(page, 'token').attributes['aria-current']).toBe('step');
    expect(text(button(page, 'token'))).toContain('Step 5, refused: Exchange the code for tokens.');
    expect(text(button(page, 'authorize'))).toContain('Step 2, done:');
    expect(text(button(page, 'revoke'))).toContain('not run yet:');
  });

  it.each([
    ['ArrowDown', 1, 2],
    ['ArrowRight', 1, 2],
    ['ArrowUp', 1, 0],
    ['ArrowLeft', 1, 0],
    ['Home', 2, 0],
    ['End', 1, 3],
    ['ArrowDown', 3, 3],
    ['ArrowRight', 3, 3],
    ['ArrowUp', 0, 0],
    ['ArrowLeft', 0, 0],
    ['Enter', 1, undefined],
    [' ', 1, undefined],
    ['Tab', 1, undefined],
    ['ArrowDown', -1, undefined],
    ['Home', -1, undefined],
  ])('%s at item %i of four leads to %s', (key, at, to) => {
    expect(itemAfter(key, at, 4)).toBe(to);
  });
});
