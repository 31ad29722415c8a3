import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The key that goes with another one: ⌘ on a Mac, Ctrl elsewhere. */
export function Keys({ keys }: { keys: string }): JSX.Element {
  // The page is made without a reader's machine: what it shows first is Ctrl.
  const [isMac, setMac] = useState(false);
  useEffect(() => setMac(/Mac|iPhone|iPad/.test(navigator.platform)), []);
  return <kbd>{isMac ? `⌘${keys.replaceAll(' ', '')}` : `Ctrl ${keys}`}</kbd>;
}
