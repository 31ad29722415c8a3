import type { JSX } from 'preact';
import { newAppLink } from '#app-settings/new-app-link/write.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { changedWords } from '../model/changed-words.ts';
import { howWords, noChangeWords } from '../model/change-words.ts';
import type { Checker } from '../model/checker.ts';
import type { Answer } from '../model/rows.ts';

/** What would turn a refusal, how it is made, and the buttons that make it. */
export function ChangeBox({
  answer: { change, verdict, settings },
  checker,
}: {
  answer: Answer;
  checker: Checker;
}): JSX.Element {
  if (!change) return <p>{noChangeWords(verdict)}</p>;
  const how = howWords[change.how];
  const link = newAppLink(change.settings);
  return (
    <>
      <ul class="ck-changes">
        {change.changes.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>
        <b class="ck-how">{how.label}.</b> {how.words}
      </p>
      <div class="pg-buttons">
        <button
          type="button"
          class="pg-button pg-button-small"
          onClick={() => checker.change(change.settings, changedWords(settings, change.settings))}
        >
          <Icon name="check" size={14} />
          Change it in the form
        </button>
        {change.how === 'edit' ? null : (
          <a class="pg-button pg-button-small" href={link.href} rel="noreferrer">
            <Icon name="plus" size={14} />
            Create that app at RingCentral
          </a>
        )}
      </div>
      {change.how === 'edit' || link.byHand.length === 0 ? null : (
        <p class="pg-note">Then set by hand: {link.byHand.map(({ words }) => words).join(' ')}</p>
      )}
    </>
  );
}
