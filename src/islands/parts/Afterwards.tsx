import { hydrate, type JSX, render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** No change of what stands there: a part of the page that this view leaves alone. */
const asItStands = { __html: '' };

/** What a reader does to a part before it wakes; it is awake before the press arrives. */
const presses = ['pointerdown', 'focusin', 'keydown', 'click'] as const;

/**
 * A section that wakes by itself, after the rest of its island: when the page has nothing else to do,
 * or with the first press in it. A page that wakes whole is deaf until all of it is awake.
 *
 * @param props.view what is in it; it follows signals, and no property of this view
 * @param props.built what it was built as, if that is another thing by now: then it wakes at once,
 *   for what it shows is wrong. Waking takes what stands there as it is, so it wakes as that first.
 */
export function Afterwards({
  view,
  built,
  ready,
  ...own
}: {
  view: () => JSX.Element;
  built: () => JSX.Element | undefined;
  /** The rest is awake. */
  ready: boolean;
  class?: string;
  'aria-labelledby'?: string;
}): JSX.Element {
  const box = useRef<HTMLElement>(null);
  const isAwake = useRef(false);
  const wake = (): void => {
    if (isAwake.current || !box.current) return;
    isAwake.current = true;
    const before = built();
    hydrate(before ?? view(), box.current);
    if (before) render(view(), box.current);
  };
  useEffect(() => {
    const section = box.current;
    if (!section) return undefined;
    for (const press of presses)
      section.addEventListener(press, wake, { capture: true, once: true });
    return () => render(null, section);
  }, []);
  useEffect(() => {
    if (!ready) return undefined;
    if (built() || !('requestIdleCallback' in window)) {
      wake();
      return undefined;
    }
    const idle = requestIdleCallback(wake);
    return () => cancelIdleCallback(idle);
  }, [ready]);
  if (typeof window === 'undefined') return <section {...own}>{view()}</section>;
  return <section ref={box} {...own} dangerouslySetInnerHTML={asItStands} />;
}
