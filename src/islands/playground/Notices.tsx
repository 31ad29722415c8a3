import type { JSX } from 'preact';
import type { Words } from './model/words.ts';
import { Verdict } from '#islands/parts/Verdict.tsx';

/** What the page says in place until it no longer holds. */
export function Notices({ words }: { words: Words }): JSX.Element {
  return (
    <div class="pg-notices">
      {words.notices.value.map((notice) => (
        <p key={notice.kind} class="pg-strip pg-strip-warning pg-notice">
          <Verdict kind="warning" />
          <span>{notice.text}</span>
          <button
            type="button"
            class="pg-button pg-button-small"
            onClick={() => words.dismiss(notice.kind)}
          >
            Dismiss
          </button>
        </p>
      ))}
    </div>
  );
}
