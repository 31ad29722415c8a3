import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';

const shownFor = 2000;

/** Copies a text and says so: in the button for the eye, through `announce` for the ear. */
export function CopyButton({
  text,
  name,
  announce,
}: {
  text: string;
  /** What is copied, such as `code_verifier` or "the request". */
  name: string;
  announce: (message: string) => void;
}): JSX.Element {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownFor);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce(`Copied ${name}.`);
    } catch {
      announce(`The browser did not allow copying ${name}. Select it and copy by hand.`);
    }
  };

  return (
    <button
      type="button"
      class="pg-icon-button"
      aria-label={`Copy ${name}`}
      title={copied ? 'Copied' : `Copy ${name}`}
      data-copied={copied || undefined}
      onClick={() => void copy()}
    >
      <Icon name={copied ? 'check' : 'copy'} size={15} />
    </button>
  );
}
