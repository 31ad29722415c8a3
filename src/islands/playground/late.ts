import { effect, useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * A part of the page that is loaded when it is first needed, and stays.
 *
 * @param needed read in an effect: the signals in it are what it waits for
 * @param load brings the component
 * @returns undefined until it is here
 */
export function useLate<Props>(
  needed: () => boolean,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> | undefined {
  // In a box, because a signal's setter would call a function.
  const part = useSignal<{ component: ComponentType<Props> } | undefined>(undefined);
  // The core's own effect: the one of the hooks waits for a frame, and a page behind a window has few.
  useEffect(
    () =>
      effect(() => {
        if (part.peek() || !needed()) return;
        void load().then((component) => {
          part.value = { component };
        });
      }),
    [],
  );
  return part.value?.component;
}
