// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { described, draw, waitFor } from '#islands/parts/testing/draw.ts';
import { makePage } from '../model/testing/make-page.ts';
import { AppForm } from './AppForm.tsx';

let page: ReturnType<typeof makePage>;
beforeEach(() => (page = makePage()));

/** The form over the sandbox itself: what is refused is what it refuses. */
async function drawn(place: string) {
  page.goTo(place);
  const console = await page.started();
  const view = await draw(<AppForm console={console} />);
  const box = (name: string): HTMLInputElement => view.getByLabelText(name);
  const choice = (name: RegExp): HTMLInputElement => view.getByLabelText(name);
  const save = async (name: string): Promise<void> => {
    const button = view.getByText(name);
    await view.user.click(button);
    await waitFor(() => expect(button.hasAttribute('aria-disabled')).toBe(false));
  };
  const said = (): string => console.announcement.value.text;
  return { ...view, console, box, choice, save, said };
}

describe('the form of a new app', () => {
  const missing = 'An app needs a name.';
  const fragment = 'A redirect URI may have no fragment (RFC 6749 section 3.1.2).';

  it('puts each refusal on its field, goes to the first, and loses nothing; what is put right is no longer said', async () => {
    const { user, box, choice, save, said, console } = await drawn('#section=apps&do=create');
    const uri = `${box('Redirect URI 1').value}#part`;
    await user.clear(box('Name'));
    await user.type(box('Redirect URI 1'), '#part');
    await user.click(choice(/^ReadCallLog/));
    await save('Create');

    expect(said()).toBe('Not saved. 2 settings are refused.');
    await waitFor(() => expect(document.activeElement).toBe(box('Name')));
    for (const [name, words] of [
      ['Name', missing],
      ['Redirect URI 1', fragment],
    ] as const) {
      expect(box(name).getAttribute('aria-invalid')).toBe('true');
      expect(described(box(name))).toBe(words);
    }
    expect(box('Redirect URI 1').value).toBe(uri);
    expect(choice(/^ReadCallLog/).checked).toBe(true);

    await user.keyboard('Mine');
    expect(box('Name').hasAttribute('aria-invalid')).toBe(false);
    expect(described(box('Name'))).toBe('');
    expect(described(box('Redirect URI 1'))).toBe(fragment);

    await user.type(box('Redirect URI 1'), '{Backspace>5}');
    await save('Create');
    expect(said()).toBe('Mine is created.');
    const made = console.apps.value.value?.find(({ name }) => name === 'Mine');
    expect(made?.scopes).toContain('ReadCallLog');
    expect(page.fragment()).toContain(`app=${made?.clientId}`);
  });

  it('says that nobody answers, keeps what was typed, and creates it once somebody does', async () => {
    const { user, box, save, said, getByText } = await drawn('#section=apps&do=create');
    await user.clear(box('Name'));
    await user.type(box('Name'), 'Mine');
    page.stop();
    await save('Create');
    const words = 'The sandbox does not answer. It may have been stopped.';
    expect(said()).toBe(words);
    expect(getByText(words)).toBeDefined();
    expect(box('Name').value).toBe('Mine');
    page.restart();
    await save('Create');
    expect(said()).toBe('Mine is created.');
  });
});

describe('the redirect URIs of an app', () => {
  it('are lines with a number each; a line that is added or goes leaves the focus at a line', async () => {
    const { user, box, getAllByLabelText, getByLabelText, getByText } =
      await drawn('#section=apps&do=create');
    const lines = (): string[] =>
      (getAllByLabelText(/^Redirect URI \d/) as HTMLInputElement[]).map(({ value }) => value);
    const [first] = lines();
    await user.click(getByText('Add another'));
    await waitFor(() => expect(document.activeElement).toBe(box('Redirect URI 2')));
    await user.keyboard('https://app.example.com/cb');
    expect(lines()).toEqual([first, 'https://app.example.com/cb']);
    await user.click(getByLabelText('Remove redirect URI 1'));
    expect(lines()).toEqual(['https://app.example.com/cb']);
    await waitFor(() => expect(document.activeElement).toBe(box('Redirect URI 1')));
    await user.click(getByLabelText('Remove redirect URI 1'));
    expect(getByText('None is registered.')).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(getByText('Add one')));
  });
});
