import type { ComponentChildren, JSX } from 'preact';
import type { Playground } from '../model/playground.ts';

/** A button that does nothing while a request is on its way. Not disabled: a disabled one would lose the focus. */
export function Press({
  playground: { request },
  class: name = 'pg-button',
  onPress,
  children,
}: {
  playground: Playground;
  class?: string;
  onPress: () => unknown;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <button
      type="button"
      class={name}
      aria-disabled={request.busy.value || undefined}
      onClick={() => {
        if (!request.busy.value) void onPress();
      }}
    >
      {children}
    </button>
  );
}
