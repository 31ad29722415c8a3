// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { draw, waitFor } from '#islands/parts/testing/draw.ts';
import { WorkButton } from './WorkButton.tsx';

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
