import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon, type IconName } from './Icon.tsx';

const shownFor = 2000;

/** A button with words that copies a text; where the browser does not allow it, the text stands below to be selected. */
export function CopyText({
  text,
  label,
  icon = 'copy',
  disabled = false,
  small = false,
  announce,
}: {
  text: string;
  /** What it does: "Copy link". */
  label: string;
  icon?: IconName;
  disabled?: boolean;
  small?: boolean;
  announce: (message: string) => void;
}): JSX.Element {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), shownFor);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
      announce('Copied.');
    } catch {
      setState('refused');
      announce('The browser did not allow copying. The text is below the button.');
    }
  };

  return (
    <span class="pg-copy-text">
      <button
        type="button"
        class={small ? 'pg-button pg-button-small' : 'pg-button'}
        disabled={disabled}
        onClick={() => void copy()}
      >
        <Icon name={state === 'copied' ? 'check' : icon} size={small ? 14 : 16} />
        {state === 'copied' ? 'Copied' : label}
      </button>
      {state === 'refused' ? (
        <input
          class="pg-copy-field"
          type="text"
          readOnly
          aria-label={`${label}: the text`}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      ) : null}
    </span>
  );
}
