import type { JSX } from 'preact';
import { audiences } from '#app-settings/app.ts';
import { lookOf } from '#islands/app-form/draft.ts';
import type { FieldProps } from '#islands/app-form/fields.ts';
import { audienceNote, audienceWords } from '#islands/app-form/words.ts';
import { Segments } from '#islands/parts/Segments.tsx';

/** Who may use the app, and below what the choice means. */
export function Audience({ draft, edit }: Omit<FieldProps, 'problems'>): JSX.Element {
  return (
    <div class="fd-field">
      <p class="fd-label">Who may use it?</p>
      <Segments
        label="Who may use it?"
        name="audience"
        value={draft.audience}
        options={audiences.map((value) => ({ value, label: audienceWords[value].title }))}
        onChange={(audience) => edit({ audience })}
      />
      <p class="pg-note">{audienceNote(draft.audience, lookOf(draft))}</p>
    </div>
  );
}
