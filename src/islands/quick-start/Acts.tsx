import type { JSX } from 'preact';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Act, QuickStart } from './model/quick-start.ts';

const acts: {
  act: Act;
  icon: 'clock' | 'lock' | 'again';
  label: string;
  then: string;
  serves: boolean;
}[] = [
  {
    act: 'expire-access-tokens',
    icon: 'clock',
    label: 'Make my token expire',
    then: 'Done. Call the API in your program, and watch it refresh.',
    serves: false,
  },
  {
    act: 'refuse-next-consent',
    icon: 'lock',
    label: 'Refuse the next consent',
    then: 'Done. Sign in again: your program receives access_denied, whichever button you press.',
    serves: true,
  },
  {
    act: 'revoke-sessions',
    icon: 'again',
    label: 'Revoke behind its back',
    then: 'Done. The session has ended: your program has to notice at its next call.',
    serves: false,
  },
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
    <div class="qs-acts" role="group" aria-label="Act on your program">
      {acts
        .filter(({ serves }) => quickStart.kind.serves || !serves)
        .map(({ act, icon, label, then }) => (
          <button
            key={act}
            type="button"
            class="pg-button pg-button-small"
            aria-disabled={quickStart.busy.value || undefined}
            onClick={async () => {
              await quickStart.act(act);
              say(quickStart.problem.value ?? then);
            }}
          >
            <Icon name={icon} size={14} />
            {label}
          </button>
        ))}
    </div>
  );
}
