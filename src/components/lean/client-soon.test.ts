import { expect, test } from 'vitest';
import soon from './client-soon.ts';

test('an island is drawn in a task after the one that brought its scripts', async () => {
  const order: string[] = [];
  const whole = soon(
    () => {
      // Whatever comes in this task, a promise of it included, is before the drawing.
      setTimeout(() => order.push('the next task'));
      return Promise.resolve(() => Promise.resolve(void order.push('drawn')));
    },
    { name: 'soon', value: '' },
    {} as HTMLElement,
  );
  await whole;
  expect(order).toEqual(['the next task', 'drawn']);
});
