import { effect, useSignal } from '@preact/signals';
import type { ComponentType, FunctionComponent, JSX } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * A part of a page whose code is loaded when it is first needed, and stays.
 *
 * @param load brings the component; after a failure it is asked again by the next that is drawn
 * @param needed read in an effect: the signals in it are what the part waits for
 * @param failed stands in its place where it could not be loaded
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  needed: (props: Props) => boolean = () => true,
  failed: JSX.Element | null = null,
): FunctionComponent<Props> {
  let part: ComponentType<Props> | undefined;
  return function Late(props) {
    const state = useSignal<'waiting' | 'here' | 'failed'>(part ? 'here' : 'waiting');
    // The core's own effect: the one of the hooks waits for a frame, and a page behind a window has few.
    useEffect(
      () =>
        effect(() => {
          if (state.peek() === 'here' || !needed(props)) return;
          load().then(
            (loaded) => {
              part = loaded;
              state.value = 'here';
            },
            () => (state.value = 'failed'),
          );
        }),
      [],
    );
    const Part = part;
    if (state.value === 'here' && Part) return <Part {...props} />;
    return state.value === 'failed' ? failed : null;
  };
}
