import type { JSX } from 'preact';
import type { Shown } from '#diagnosis/hide/shown.ts';
import { leakedIn, secretInShort } from '#diagnosis/reply/leaked.ts';
import { listed } from '#diagnosis/reply/sentences.ts';
import { Verdict } from '#islands/parts/Verdict.tsx';

/** Said where the paste holds a secret: it is in the ticket too. */
export function Strip({ shown }: { shown: Shown }): JSX.Element | null {
  const { names, hasClientSecret } = leakedIn(shown.removed);
  if (names.length === 0) return null;
  const them = names.length === 1 ? 'it' : 'them';
  return (
    <div class="dg-strip">
      <Verdict kind="warning" />
      <p>
        <b>This paste has {listed(names)}.</b> Treat {them} as leaked; your ticket still has {them}.
        {hasClientSecret ? ` ${secretInShort}` : null}
      </p>
    </div>
  );
}
