import type { JSX } from 'preact';
import type { OtherPrograms } from './model/live-rows.ts';
import { languageWords } from './model/language-words.ts';

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

/** The one line under which requests of programs in other languages are folded away. */
export function OthersRequests({
  others: { count, languages, shown },
  show,
}: {
  others: OtherPrograms;
  show: (shown: boolean) => void;
}): JSX.Element | null {
  if (count === 0) return null;
  return (
    <p class="pg-earlier">
      <span class="pg-figures">
        {count === 1 ? '1 request' : `${count} requests`} of another program, in{' '}
        {listed.format(languages.map(languageWords))}, not counted
      </span>
      <button type="button" class="pg-button pg-button-small" onClick={() => show(!shown)}>
        {shown ? 'Leave them out' : 'Show them'}
      </button>
    </p>
  );
}
