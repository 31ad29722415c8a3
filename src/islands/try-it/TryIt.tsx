import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { AppSettings } from '#app-settings/app.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import { Icon, type IconName } from '#islands/parts/Icon.tsx';
import type { FlowToTry } from './playground-link.ts';

/**
 * A button that makes an app with these settings in the sandbox and opens the playground on it.
 * What it takes is loaded when it is pressed. What went wrong is said below it.
 */
export function TryIt({
  flow,
  settings,
  label,
  icon,
  isPrimary = false,
  small = false,
  blocked = false,
  say,
}: {
  flow: FlowToTry;
  settings: AppSettings;
  label: string;
  icon?: IconName;
  isPrimary?: boolean;
  small?: boolean;
  /** A setting cannot be registered, so no app can be made. */
  blocked?: boolean;
  say: (message: string) => void;
}): JSX.Element {
  const busy = useSignal(false);
  const failed = useSignal('');

  const fail = (words: string): void => {
    busy.value = false;
    failed.value = words;
    say(words);
  };
  const open = async (): Promise<void> => {
    busy.value = true;
    failed.value = '';
    try {
      const { browserTryIt } = await import('./try-it.ts');
      const tried = await browserTryIt().prepare(settings, flow);
      if (tried.kind === 'ready') window.location.assign(tried.href);
      else fail(tried.words);
    } catch {
      fail('The rest of this page could not be loaded. Load it again, then try once more.');
    }
  };

  return (
    <div class="pg-try">
      <button
        type="button"
        class={`pg-button${small ? ' pg-button-small' : ''}${isPrimary ? ' pg-button-primary' : ''}`}
        aria-label={`${label}: ${flowNames[flow]}`}
        disabled={busy.value || blocked}
        title={blocked ? 'One setting of the form cannot be registered.' : undefined}
        onClick={() => void open()}
      >
        {icon ? <Icon name={icon} size={small ? 14 : 16} /> : null}
        {busy.value ? 'Opening' : label}
      </button>
      {failed.value ? <p class="pg-try-problem">{failed.value}</p> : null}
    </div>
  );
}
