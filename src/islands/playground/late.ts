import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';

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
  useSignalEffect(() => {
    if (!needed() || part.peek()) return;
    void load().then((component) => {
      part.value = { component };
    });
  });
  return part.value?.component;
}
