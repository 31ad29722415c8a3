import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { SandboxClock } from '../model/clock.ts';
import type { ValueView } from '../model/types.ts';
import type { Values } from '../model/values.ts';
import { late } from '#islands/parts/late.tsx';
import type { TokenInsideProps } from '../tokens/TokenInside.tsx';
import { CopyButton } from '#islands/parts/CopyButton.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { kindAndLength } from '../step/hidden-row.ts';
import { Ring } from './Ring.tsx';

export interface ChipProps {
  view: ValueView;
  values: Values;
  clock: SandboxClock;
  announce: (message: string) => void;
}

/** What can be looked into: the credential, which is a JWT, and tokens, which are not. */
const looksInto = /^(assertion|(old_)?(access|refresh)_token)$/;

/** What decodes is loaded with the first look. */
const TokenInside = late<TokenInsideProps>(
  async () => (await import('../tokens/TokenInside.tsx')).TokenInside,
  {
    failed: () => (
      <p class="pg-note">This part of the page could not be loaded. Close it and try again.</p>
    ),
  },
);

/** Opens what is in a token. */
function LookInside({ view, values, clock }: ChipProps): JSX.Element | null {
  const open = useSignal(false);
  const id = useId();
  if (view.value === undefined || !looksInto.test(view.name)) return null;
  return (
    <div class="pg-look">
      <button
        type="button"
        class="pg-quiet"
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => (open.value = !open.value)}
      >
        {open.value ? 'Close' : 'Look inside'}
        <span class="sr-only"> {view.name}</span>
      </button>
      <div id={id} hidden={!open.value}>
        {open.value ? (
          <TokenInside token={view.value} name={view.name} values={values} clock={clock} />
        ) : null}
      </div>
    </div>
  );
}

/** A value that is here: who made it (edge and colour), what it is for, how long it lives. */
export function HeldChip(props: ChipProps): JSX.Element {
  const { view, values, announce } = props;
  const over = view.status === 'spent' || view.status === 'expired' || view.status === 'ended';
  // What belongs to a real server is copied, and not read off a screen.
  const shown =
    view.secret && !values.inspects && view.value !== undefined
      ? kindAndLength('hidden', view.value)
      : view.value;
  return (
    <li class="pg-chip" data-actor={view.maker} data-status={view.status}>
      <div class="pg-chip-head">
        <code class="pg-chip-name">{view.name}</code>
        {view.confirmed ? <Verdict kind="allowed" label="Came back unchanged" /> : null}
        {view.value === undefined ? null : (
          <CopyButton text={view.value} name={view.name} announce={announce} />
        )}
      </div>
      <div class="pg-chip-body">
        <div class="pg-chip-text">
          {view.value !== undefined ? (
            <code class="pg-chip-value">{over ? <s>{shown}</s> : shown}</code>
          ) : null}
          <span class="pg-chip-note">{view.note ?? view.purpose}</span>
        </div>
        {view.expiry ? <Ring expiry={view.expiry} over={over} /> : null}
      </div>
      <LookInside {...props} />
    </li>
  );
}
