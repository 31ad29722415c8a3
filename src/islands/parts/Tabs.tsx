import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { browserStorage } from '#islands/storage/storage.ts';
import { rememberedTab, rememberTab } from './remembered-tab.ts';

export interface Tab {
  id: string;
  label: string;
  content: () => ComponentChildren;
}

/**
 * The tabs of the WAI-ARIA practices: one tab stop, arrows, Home and End move
 * and select at once. With `remember` the choice holds over the whole site; it
 * is no secret, so it may live in localStorage.
 */
export function Tabs({
  label,
  tabs,
  remember,
  onSelect,
  aside,
}: {
  label: string;
  tabs: readonly Tab[];
  remember?: string;
  onSelect?: (id: string) => void;
  /** Stands at the end of the tab row, outside the tab list. */
  aside?: ComponentChildren;
}): JSX.Element {
  const base = useId();
  const chosen = useSignal(tabs[0]?.id ?? '');
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const ids = tabs.map(({ id }) => id);
    const before = remember
      ? rememberedTab(browserStorage('localStorage'), remember, ids)
      : undefined;
    if (!before) return;
    chosen.value = before;
    onSelect?.(before);
  }, []);

  const select = (id: string): void => {
    chosen.value = id;
    onSelect?.(id);
    if (remember) rememberTab(browserStorage('localStorage'), remember, id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === chosen.value);
    const to = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    const tab = to === undefined ? undefined : tabs[to];
    // With Control it is a shortcut of the page.
    if (!tab || event.ctrlKey) return;
    event.preventDefault();
    select(tab.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.id}"]`)?.focus();
  };

  const open = tabs.find((tab) => tab.id === chosen.value) ?? tabs[0];
  return (
    <div class="pg-tabs">
      <div class="pg-tab-row">
        <div role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`${base}-${tab.id}`}
              data-tab={tab.id}
              aria-selected={tab.id === open?.id}
              aria-controls={tab.id === open?.id ? `${base}-panel` : undefined}
              tabIndex={tab.id === open?.id ? 0 : -1}
              onClick={() => select(tab.id)}
            >
              {tab.label}
            </button>
          ))}
        </div>
        {aside}
      </div>
      {open ? (
        <div
          role="tabpanel"
          id={`${base}-panel`}
          aria-labelledby={`${base}-${open.id}`}
          tabIndex={0}
          class="pg-tab-panel"
        >
          {open.content()}
        </div>
      ) : null}
    </div>
  );
}
