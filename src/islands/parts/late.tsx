import { effect, signal, useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType, JSX } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';

/** A view whose code comes when it is first needed, and stays. */
export interface Late<Props> {
  (props: Props & { /** The view stands. */ onDrawn?: () => void }): JSX.Element;
  /** Brings the code before it is needed; rejects where it does not come. */
  preload(): Promise<void>;
}

export interface LateOptions<Props> {
  /** Read in an effect: the signals in it are what the view waits for. It is needed at once unless told. */
  needed?: (props: Props) => boolean;
  /** What stands in its place until it is here; nothing unless told. */
  waiting?: (props: Props) => ComponentChildren;
  /** What stands there where its code did not come; `again` asks for it once more. */
  failed?: (props: Props, again: () => void) => ComponentChildren;
}

/**
 * Keeps a view out of what the page loads at first.
 *
 * @param load brings it; a load that failed is tried again by the next place that needs the view
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { needed = () => true, waiting, failed }: LateOptions<Props> = {},
): Late<Props> {
  const here = signal<{ View: ComponentType<Props> }>();

  async function preload(): Promise<void> {
    if (here.peek()) return;
    const View = await load();
    here.value ??= { View };
  }

  function Late({ onDrawn, ...rest }: Props & { onDrawn?: () => void }): JSX.Element {
    const props = rest as unknown as Props;
    const hasFailed = useSignal(false);
    const ask = (): void => {
      hasFailed.value = false;
      preload().catch(() => {
        hasFailed.value = true;
      });
    };
    // A layout effect: the other one waits for a frame, and a page behind a window has few.
    useLayoutEffect(
      () =>
        effect(() => {
          if (needed(props) && !here.peek()) ask();
        }),
      Object.values(props),
    );
    const found = here.value;
    useEffect(() => {
      if (found) onDrawn?.();
    }, [found]);
    if (found) return <found.View {...props} />;
    return <>{hasFailed.value ? failed?.(props, ask) : waiting?.(props)}</>;
  }
  return Object.assign(Late, { preload });
}
