import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Console } from './model/console.ts';

export interface SectionProps {
  console: Console;
  /** The section stands, its heading with it. */
  onDrawn: () => void;
}
type Section = ComponentType<{ console: Console }>;

/** A section whose code comes when it is opened, or before, once the page has nothing else to do. */
export interface LateSection {
  (props: SectionProps): JSX.Element;
  preload(): Promise<void>;
}

/**
 * Keeps a section out of what the page loads at first.
 *
 * @param load its module; a load that failed is tried again when the section is opened again
 */
export function late(load: () => Promise<Section>): LateSection {
  let here: Section | undefined;

  async function preload(): Promise<void> {
    here ??= await load();
  }

  function Late({ console, onDrawn }: SectionProps): JSX.Element {
    const state = useSignal<'waiting' | 'here' | 'failed'>(here ? 'here' : 'waiting');
    const attempt = (): void => {
      state.value = here ? 'here' : 'waiting';
      preload().then(
        () => (state.value = 'here'),
        () => (state.value = 'failed'),
      );
    };
    useEffect(attempt, []);
    useEffect(() => {
      if (state.value === 'here') onDrawn();
    }, [state.value]);
    if (state.value === 'here' && here) {
      const View = here;
      return <View console={console} />;
    }
    return state.value === 'waiting' ? (
      <p class="cs-empty" aria-busy="true">
        Opening this part of the console.
      </p>
    ) : (
      <p class="cs-empty">
        This part of the console did not load: the server may be down.{' '}
        <button type="button" class="pg-quiet" onClick={attempt}>
          Try again
        </button>
      </p>
    );
  }
  return Object.assign(Late, { preload });
}
