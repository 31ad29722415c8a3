// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { draw, waitFor } from '#islands/parts/testing/draw.ts';
import { WorkButton } from './WorkButton.tsx';

it('a button that goes with its row leaves the focus to the heading of its card', async () => {
  const shown = signal(true);
  const Card = () => (
    <section>
      <h2 tabIndex={-1} data-arrive>
        Faults
      </h2>
      {shown.value ? (
        <WorkButton class="" onPress={() => Promise.resolve((shown.value = false))}>
          Take back
        </WorkButton>
      ) : null}
    </section>
  );
  const { user, getByRole } = await draw(<Card />);
  getByRole('button', { name: 'Take back' }).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(getByRole('heading')));
});

it('a button at work does nothing when it is pressed again, and keeps the focus', async () => {
  let presses = 0;
  let done = (): void => undefined;
  const work = (): Promise<void> => {
    presses += 1;
    return new Promise((resolve) => (done = resolve));
  };
  const { user, getByRole } = await draw(
    <WorkButton class="" onPress={work}>
      Save
    </WorkButton>,
  );
  const button = getByRole('button', { name: 'Save' });
  await user.click(button);
  await user.keyboard('{Enter}');
  expect(presses).toBe(1);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(document.activeElement).toBe(button);
  done();
  await waitFor(() => expect(button.hasAttribute('aria-disabled')).toBe(false));
  await user.keyboard('{Enter}');
  expect(presses).toBe(2);
});
