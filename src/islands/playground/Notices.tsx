import type { JSX } from 'preact';
import type { Playground } from './model/types.ts';
import { Verdict } from '#islands/parts/Verdict.tsx';

/** What the page says in place until it no longer holds. */
export function Notices({ playground }: { playground: Playground }): JSX.Element {
  return (
    <div class="pg-notices">
      {playground.notices.value.map((notice) => (
        <p key={notice.kind} class="pg-strip pg-strip-warning pg-notice">
          <Verdict kind="warning" />
          <span>{notice.text}</span>
          {notice.link ? (
            <a class="pg-button pg-button-small" href={notice.link.href}>
              {notice.link.label}
            </a>
          ) : null}
          <button
            type="button"
            class="pg-button pg-button-small"
            onClick={() => playground.dismiss(notice.kind)}
          >
            Dismiss
          </button>
        </p>
      ))}
    </div>
  );
}
