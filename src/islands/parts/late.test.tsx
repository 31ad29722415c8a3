import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { late } from './late.tsx';

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;

describe('a view that comes late', () => {
  it('is waited for, and drawn wherever it stands once it is here', async () => {
    let loads = 0;
    const LateGreeting = late(
      async () => {
        loads += 1;
        return Greeting;
      },
      { waiting: ({ name }) => <p>Wait, {name}</p> },
    );
    const drawn = (): string => renderToString(h(LateGreeting, { name: 'Ada' }));
    expect(drawn()).toBe('<p>Wait, Ada</p>');
    await LateGreeting.preload();
    expect(drawn()).toBe('<p>Hello Ada</p>');
    await LateGreeting.preload();
    expect(loads).toBe(1);
  });

  it('is nothing until then where nothing was said, and a load that failed is tried again', async () => {
    let isUp = false;
    const LateGreeting = late(async () => {
      if (!isUp) throw new TypeError('Failed to fetch');
      return Greeting;
    });
    await expect(LateGreeting.preload()).rejects.toThrow(TypeError);
    expect(renderToString(h(LateGreeting, { name: 'Ada' }))).toBe('');
    isUp = true;
    await LateGreeting.preload();
    expect(renderToString(h(LateGreeting, { name: 'Ada' }))).toContain('Hello');
  });
});
