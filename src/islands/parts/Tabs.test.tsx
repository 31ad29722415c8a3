// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { Tabs } from './Tabs.tsx';
import { draw } from './testing/draw.ts';

const tabs = ['curl', 'Python', 'Java'].map((label) => ({
  id: label.toLowerCase(),
  label,
  content: () => `Lines of ${label}`,
}));

async function drawn(props: { remember?: string } = {}) {
  const told: string[] = [];
  const page = await draw(
    <>
      <Tabs label="Language" tabs={tabs} onSelect={(id) => told.push(id)} {...props} />
      <button type="button">After</button>
    </>,
  );
  const tab = (name: string): HTMLElement => page.getByRole('tab', { name });
  return { ...page, tab, told };
}

beforeEach(() => localStorage.clear());

describe('tabs', () => {
  it('are a list with a name, one of them selected, which names its panel', async () => {
    const { getByRole, getAllByRole, tab } = await drawn();
    expect(getByRole('tablist', { name: 'Language' }).children).toHaveLength(3);
    expect(getAllByRole('tab', { selected: true })).toEqual([tab('curl')]);
    const panel = getByRole('tabpanel', { name: 'curl' });
    expect(panel.textContent).toBe('Lines of curl');
    expect(tab('curl').getAttribute('aria-controls')).toBe(panel.id);
    expect(tab('Python').hasAttribute('aria-controls')).toBe(false);
  });

  it('are one tab stop: the panel comes after the selected one, then what follows', async () => {
    const { getByRole, tab, user } = await drawn();
    await user.click(tab('Python'));
    expect(document.activeElement).toBe(tab('Python'));
    await user.tab();
    expect(document.activeElement).toBe(getByRole('tabpanel', { name: 'Python' }));
    await user.tab();
    expect(document.activeElement).toBe(getByRole('button', { name: 'After' }));
    await user.tab({ shift: true });
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(tab('Python'));
  });

  it.each([
    ['{ArrowRight}', 'curl', 'Python'],
    ['{ArrowLeft}', 'Java', 'Python'],
    ['{ArrowRight}', 'Java', 'curl'],
    ['{ArrowLeft}', 'curl', 'Java'],
    ['{Home}', 'Java', 'curl'],
    ['{End}', 'curl', 'Java'],
  ])('%s at %s selects and focuses %s at once', async (key, from, to) => {
    const { getByRole, getAllByRole, tab, user, told } = await drawn();
    await user.click(tab(from));
    await user.keyboard(key);
    expect(document.activeElement).toBe(tab(to));
    expect(getAllByRole('tab', { selected: true })).toEqual([tab(to)]);
    expect(getByRole('tabpanel', { name: to }).textContent).toBe(`Lines of ${to}`);
    expect(told).toEqual([from.toLowerCase(), to.toLowerCase()]);
  });

  it('leave an arrow with Control, and every other key, to the page', async () => {
    const { tab, user } = await drawn();
    await user.click(tab('Python'));
    await user.keyboard('{Control>}{ArrowRight}{/Control}{ArrowDown}x');
    expect(document.activeElement).toBe(tab('Python'));
    expect(tab('Python').getAttribute('aria-selected')).toBe('true');
  });

  it('that are remembered open where they were left, and tell it', async () => {
    const first = await drawn({ remember: 'language' });
    await first.user.click(first.tab('Java'));
    const second = await drawn({ remember: 'language' });
    expect(second.getAllByRole('tab', { selected: true })).toEqual([second.tab('Java')]);
    expect(second.told).toEqual(['java']);
    const other = await drawn();
    expect(other.getAllByRole('tab', { selected: true })).toEqual([other.tab('curl')]);
  });
});
