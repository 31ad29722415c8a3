// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CopyButton } from './CopyButton.tsx';
import { CopyText } from './CopyText.tsx';
import { draw } from './testing/draw.ts';

const text = 'grant_type=authorization_code&code=SANDBOX-code';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Time passes for what the page waits for. */
const wait = (milliseconds: number): Promise<void> =>
  act(() => void vi.advanceTimersByTime(milliseconds));

const refuse = (): unknown =>
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no'));

describe('a button that copies one thing', () => {
  async function drawn() {
    const said: string[] = [];
    const page = await draw(
      <CopyButton text={text} name="the request" announce={(message) => said.push(message)} />,
    );
    return { ...page, said, button: page.getByRole('button', { name: 'Copy the request' }) };
  }

  it('puts the text on the clipboard as it is, and says so for two seconds', async () => {
    vi.useFakeTimers();
    const { use, button, said } = await drawn();
    expect(button.title).toBe('Copy the request');
    await use((user) => user.click(button));
    expect(await navigator.clipboard.readText()).toBe(text);
    expect(said).toEqual(['Copied the request.']);
    expect(button.title).toBe('Copied');
    // The name stays: what is heard is the announcement.
    expect(button.getAttribute('aria-label')).toBe('Copy the request');
    await wait(1999);
    expect(button.title).toBe('Copied');
    await wait(1);
    expect(button.title).toBe('Copy the request');
  });

  it('copies by keyboard, and says it each time', async () => {
    const { user, use, said, button } = await drawn();
    await user.tab();
    expect(document.activeElement).toBe(button);
    await use((user) => user.keyboard('{Enter}'));
    await use((user) => user.keyboard(' '));
    expect(said).toEqual(['Copied the request.', 'Copied the request.']);
    expect(document.activeElement).toBe(button);
  });

  it('says what to do where the browser does not allow it, and claims nothing', async () => {
    const { use, button, said } = await drawn();
    refuse();
    await use((user) => user.click(button));
    expect(said).toEqual([
      'The browser did not allow copying the request. Select it and copy by hand.',
    ]);
    expect(button.title).toBe('Copy the request');
  });
});

describe('a button with words that copies', () => {
  async function drawn(props: { disabled?: boolean } = {}) {
    const said: string[] = [];
    const page = await draw(
      <CopyText
        text={text}
        label="Copy link"
        announce={(message) => said.push(message)}
        {...props}
      />,
    );
    return { ...page, said, button: page.getByRole('button') };
  }

  it('says in its words that it copied, for two seconds', async () => {
    vi.useFakeTimers();
    const { use, button, said } = await drawn();
    expect(button.textContent).toBe('Copy link');
    await use((user) => user.click(button));
    expect(await navigator.clipboard.readText()).toBe(text);
    expect(button.textContent).toBe('Copied');
    expect(said).toEqual(['Copied.']);
    await wait(2000);
    expect(button.textContent).toBe('Copy link');
  });

  it('shows the text to be selected where the browser does not allow it, until it does', async () => {
    const { use, button, said, getByRole, queryByRole } = await drawn();
    expect(queryByRole('textbox')).toBeNull();
    const refused = refuse() as { mockRestore: () => void };
    await use((user) => user.click(button));
    expect(said).toEqual(['The browser did not allow copying. The text is below the button.']);
    expect(button.textContent).toBe('Copy link');
    const field = getByRole('textbox', { name: 'Copy link: the text' }) as HTMLInputElement;
    expect(field.value).toBe(text);
    expect(field.readOnly).toBe(true);
    // Without Tab, which selects by itself.
    field.focus();
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, text.length]);
    refused.mockRestore();
    await use((user) => user.click(button));
    expect(button.textContent).toBe('Copied');
    expect(queryByRole('textbox')).toBeNull();
  });

  it('copies nothing while it is off', async () => {
    const { use, button, said } = await drawn({ disabled: true });
    await use((user) => user.click(button));
    expect(said).toEqual([]);
    expect(button.textContent).toBe('Copy link');
  });
});
