import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { FlowId } from '#app-settings/app.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import { canTry } from '#islands/try-it/playground-link.ts';
import type { Answer } from '../model/rows.ts';

function label({ sandbox, today }: Answer): string {
  if (sandbox === 'refused') return 'See it refused';
  return today === 'refused' ? 'Run it as it was' : 'Try it';
}

/** Makes the app in the sandbox and opens the playground on it. What it takes is loaded when it is pressed. */
export function TryButton({
  flow,
  answer,
  isPrimary,
  blocked,
  say,
}: {
  flow: FlowId;
  answer: Answer;
  isPrimary: boolean;
  /** A setting cannot be registered, so no app can be made. */
  blocked: boolean;
  say: (message: string) => void;
}): JSX.Element | null {
  const busy = useSignal(false);
  const failed = useSignal('');
  if (!canTry(flow)) return null;

  const open = async (): Promise<void> => {
    busy.value = true;
    failed.value = '';
    const { browserTryIt } = await import('#islands/try-it/try-it.ts');
    const tried = await browserTryIt().prepare(answer.settings, flow);
    if (tried.kind === 'ready') {
      window.location.assign(tried.href);
      return;
    }
    busy.value = false;
    failed.value = tried.words;
    say(tried.words);
  };

  return (
    <div class="ck-try">
      <button
        type="button"
        class={`pg-button pg-button-small${isPrimary ? ' pg-button-primary' : ''}`}
        aria-label={`${label(answer)}: ${flowNames[flow]}`}
        disabled={busy.value || blocked}
        title={blocked ? 'One setting of the form cannot be registered.' : undefined}
        onClick={() => void open()}
      >
        {busy.value ? 'Opening' : label(answer)}
      </button>
      {failed.value ? <p class="ck-problem">{failed.value}</p> : null}
    </div>
  );
}
