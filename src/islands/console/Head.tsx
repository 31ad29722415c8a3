import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Console } from './model/console.ts';
import { LateConfirm } from './parts/LateConfirm.tsx';

/** Whether the sandbox answers, in the shape, the word and the colour. */
function Answering({ console }: { console: Console }): JSX.Element {
  const problem = console.unreachable.value;
  const { loading, value } = console.apps.value;
  const words = problem ? 'Not answering' : value ? 'Sandbox, answering' : 'Asking the sandbox';
  return (
    <span class="cs-answering" data-state={problem ? 'lost' : value ? 'open' : 'asking'}>
      <span class="cs-dot" aria-hidden="true" />
      <span aria-busy={loading && !value}>{words}</span>
    </span>
  );
}

/** The title, how the sandbox is, and the way back to its start. */
export function Head({ console }: { console: Console }): JSX.Element {
  const asking = useSignal(false);
  const own = console.apps.value.value?.filter(({ demo }) => !demo).length ?? 0;
  const sessions = console.sessions.value.value?.length ?? 0;
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  return (
    <header class="cs-head">
      <div class="cs-head-row">
        <div>
          <h1 id="_top">Console</h1>
          <p>
            The sandbox’s own developer console: its apps, users and rules. Nothing here reaches
            RingCentral.
          </p>
        </div>
        <div class="cs-head-end">
          <Answering console={console} />
          <button
            type="button"
            class="pg-button"
            aria-expanded={asking.value}
            onClick={() => (asking.value = !asking.value)}
          >
            <Icon name="again" size={16} />
            Reset the sandbox
          </button>
        </div>
      </div>
      {asking.value ? (
        <LateConfirm
          question="Put everything back as it was at the start?"
          detail={`This deletes ${count(own, 'app')} of your own and ${count(sessions, 'session')}, with JWT credentials, the log of requests and every change of clock and policy. This tab then offers to make your apps again.`}
          yes="Reset everything"
          no="Keep it"
          onYes={() => console.reset()}
          onDone={() => (asking.value = false)}
        />
      ) : null}
    </header>
  );
}
