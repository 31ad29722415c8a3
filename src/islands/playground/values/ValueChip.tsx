import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Playground, ValueView } from '../model/types.ts';
import { CopyButton } from '#islands/parts/CopyButton.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { Ring } from './Ring.tsx';

type Inside = ComponentType<{ token: string; name: string; playground: Playground }>;

/** What can be looked into: the credential, which is a JWT, and tokens, which are not. */
const looksInto = /^(assertion|(old_)?(access|refresh)_token)$/;

/** Opens what is in a token; the part that decodes is loaded with the first look. */
function LookInside({
  view,
  playground,
}: {
  view: ValueView;
  playground: Playground;
}): JSX.Element | null {
  const open = useSignal(false);
  const part = useSignal<Inside | undefined>(undefined);
  const failed = useSignal(false);
  const id = useId();
  if (view.value === undefined || !looksInto.test(view.name)) return null;
  const toggle = async (): Promise<void> => {
    open.value = !open.value;
    if (!open.value || part.value) return;
    try {
      const { TokenInside } = await import('../tokens/TokenInside.tsx');
      failed.value = false;
      part.value = TokenInside;
    } catch {
      failed.value = true;
    }
  };
  const Part = part.value;
  return (
    <div class="pg-look">
      <button
        type="button"
        class="pg-quiet"
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => void toggle()}
      >
        {open.value ? 'Close' : 'Look inside'}
        <span class="sr-only"> {view.name}</span>
      </button>
      <div id={id} hidden={!open.value}>
        {open.value && Part ? (
          <Part token={view.value} name={view.name} playground={playground} />
        ) : null}
        {open.value && failed.value ? (
          <p class="pg-note">This part of the page could not be loaded. Close it and try again.</p>
        ) : null}
      </div>
    </div>
  );
}

/** One value of the run: who made it (edge and colour), what it is for, how long it lives. */
export function ValueChip({
  view,
  playground,
  announce,
}: {
  view: ValueView;
  playground: Playground;
  announce: (message: string) => void;
}): JSX.Element {
  const over = view.status === 'spent' || view.status === 'expired' || view.status === 'ended';
  return (
    <li class="pg-chip" data-actor={view.maker} data-status={view.status}>
      <div class="pg-chip-head">
        <code class="pg-chip-name">{view.name}</code>
        {view.confirmed ? <Verdict kind="allowed" label="Came back unchanged" /> : null}
        {view.value !== undefined ? (
          <CopyButton text={view.value} name={view.name} announce={announce} />
        ) : null}
      </div>
      <div class="pg-chip-body">
        <div class="pg-chip-text">
          {view.value !== undefined ? (
            <code class="pg-chip-value">{over ? <s>{view.value}</s> : view.value}</code>
          ) : null}
          <span class="pg-chip-note">{view.note ?? view.purpose}</span>
        </div>
        {view.expiry ? <Ring expiry={view.expiry} over={over} /> : null}
      </div>
      <LookInside view={view} playground={playground} />
    </li>
  );
}
