import type { JSX } from 'preact';
import { late } from '#islands/parts/late.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { Diagnoser } from './model/diagnoser.ts';

const LateSeenWords = late(async () => (await import('./empty/SeenWords.tsx')).SeenWords);

/** What the page says instead of a verdict, and the way on. */
export function NoticeBox({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element | null {
  const notice = diagnoser.notice.value;
  if (!notice) return null;
  const { title, text, isPicture, link } = notice;
  return (
    <section class="dg-notice" aria-label={title}>
      <Verdict kind={isPicture ? 'unknown' : 'warning'} />
      <div>
        <p>
          <b>{title}.</b> {text} {link ? <a href={link.href}>{link.label}</a> : null}
        </p>
        {isPicture ? <LateSeenWords diagnoser={diagnoser} /> : null}
      </div>
      <button
        type="button"
        class="pg-icon-button"
        aria-label="Close this note"
        onClick={() => diagnoser.dismiss()}
      >
        <Icon name="close" size={15} />
      </button>
    </section>
  );
}
