// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { described, draw, waitFor } from '#islands/parts/testing/draw.ts';
import { makePage } from '../model/testing/make-page.ts';
import { JwtForm } from './JwtForm.tsx';

let page: ReturnType<typeof makePage>;
beforeEach(() => (page = makePage()));

async function drawn() {
  page.goTo('#section=jwt');
  const console = await page.started();
  const view = await draw(<JwtForm console={console} />);
  const field = (label: RegExp): HTMLInputElement => view.getByLabelText(label);
  const make = (): Promise<void> => view.user.click(view.getByText('Create the credential'));
  return { ...view, field, make, said: () => console.announcement.value.text };
}

const claims = /^Claims as JSON/;

describe('the form of a JWT credential', () => {
  it('ties what is wrong to its field, says it, goes there and keeps what was typed', async () => {
    const { user, field, make, said } = await drawn();
    await user.type(field(claims), '[[]');
    await make();
    const message = 'Claims are one JSON object, such as {"aud": null}.';
    expect(said()).toBe(message);
    expect(described(field(claims))).toBe(message);
    expect(field(claims).getAttribute('aria-invalid')).toBe('true');
    expect(field(claims).value).toBe('[]');
    expect(field(claims).closest('details')?.open).toBe(true);
    await waitFor(() => expect(document.activeElement).toBe(field(claims)));

    await user.clear(field(claims));
    expect(field(claims).hasAttribute('aria-invalid')).toBe(false);
    expect(described(field(claims))).toBe('');
  });

  it('asks for an app where only some may use it, at the first of them', async () => {
    const { user, field, make, said, getAllByRole } = await drawn();
    await user.click(field(/^Only some/));
    await make();
    const message = 'Choose an app, or permit all of the company’s.';
    expect(said()).toBe(message);
    const apps = getAllByRole('checkbox');
    expect(apps.map(described)).toEqual(apps.map(() => message));
    await waitFor(() => expect(document.activeElement).toBe(apps[0]));
    await user.keyboard(' ');
    expect(described(apps[0] as HTMLElement)).toBe('');
    await make();
    await waitFor(() => expect(said()).toMatch(/^The JWT is made. Copy it now/));
  });

  it('says that nobody answers without blaming a field', async () => {
    const { user, field, make, said, getByText } = await drawn();
    await user.type(field(claims), '{{"aud": null}');
    page.stop();
    await make();
    const message = 'The sandbox does not answer. It may have been stopped.';
    await waitFor(() => expect(said()).toBe(message));
    expect(getByText(message)).toBeDefined();
    expect(document.querySelector('[aria-invalid]')).toBeNull();
    expect(field(claims).value).toBe('{"aud": null}');
  });
});
