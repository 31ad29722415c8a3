import type { JSX } from 'preact';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Act } from './model/acts.ts';
import type { QuickStart } from './model/quick-start.ts';
import { OutcomeLine } from './OutcomeLine.tsx';

interface Button {
  act: Act;
  icon: 'clock' | 'lock' | 'again';
  label: string;
}

/** A web app holds a session that lives on; a script ends with its run, and has its JWT alone. */
const onWebApp: readonly Button[] = [
  { act: 'expire-access-tokens', icon: 'clock', label: 'Make my token expire' },
  { act: 'refuse-next-consent', icon: 'lock', label: 'Refuse the next consent' },
  { act: 'revoke-sessions', icon: 'again', label: 'Revoke behind its back' },
];
const onScript: readonly Button[] = [
  { act: 'revoke-jwt', icon: 'lock', label: 'Revoke my JWT' },
  { act: 'end-jwt', icon: 'clock', label: 'Put in an expired JWT' },
];

/** What the page does to the program, so that it meets what it will meet one day. */
export function Acts({
  quickStart,
  say,
}: {
  quickStart: QuickStart;
  say: (message: string) => void;
}): JSX.Element {
  return (
    <div class="qs-acts">
      <div class="qs-act-buttons" role="group" aria-label="Act on your program">
        {(quickStart.kind.serves ? onWebApp : onScript).map(({ act, icon, label }) => (
          <button
            key={act}
            type="button"
            class="pg-button pg-button-small"
            aria-disabled={quickStart.busy.value || undefined}
            onClick={async () => {
              await quickStart.act(act);
              say(quickStart.outcome.value?.words ?? '');
            }}
          >
            <Icon name={icon} size={14} />
            {label}
          </button>
        ))}
      </div>
      <OutcomeLine quickStart={quickStart} place="acts" />
    </div>
  );
}
