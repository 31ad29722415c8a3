import { afterEach, expect, test, vi } from 'vitest';
import apart from './client-apart.ts';

afterEach(() => vi.unstubAllGlobals());

/** As Astro's own: it hydrates when the attribute `props` changes, and when it is told to. */
function island(from: string | null) {
  const hydrate = vi.fn(() => Promise.resolve());
  const element = {
    getAttribute: () => from,
    setAttribute: vi.fn(() => void hydrate()),
  };
  return { hydrate, element };
}

test.each([['/_astro/props.aaaaaaaa.json'], [null]])(
  'an island with props from %s is hydrated once',
  async (from) => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"a":[0,1]}')));
    const { hydrate, element } = island(from);
    await apart(
      () => Promise.resolve(hydrate),
      { name: 'apart', value: '' },
      element as unknown as HTMLElement,
    );
    expect(hydrate).toHaveBeenCalledTimes(1);
    if (from !== null) expect(element.setAttribute).toHaveBeenCalledWith('props', '{"a":[0,1]}');
  },
);
