import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Draft, SettingsPage } from '#islands/app-form/draft.ts';
import type { FieldProps } from '#islands/app-form/fields.ts';
import { Segments } from '#islands/parts/Segments.tsx';
import { Select } from '#islands/parts/Select.tsx';
import { classicPages, portalNames } from '../words.ts';

const portals: { value: SettingsPage; label: string; note?: string }[] = [
  { value: 'current', label: portalNames.current, note: 'since 2021' },
  { value: 'classic', label: portalNames.classic },
  { value: 'unknown', label: 'Not sure' },
];

const notes: Partial<Record<Draft['page'], string>> = {
  current: 'The app’s settings page has an “Auth” card.',
  unknown: 'If the portals differ, both answer.',
};

/** Which portal the app is from; of the classic one, which of its two pages. */
export function PageField({ draft, edit }: Omit<FieldProps, 'problems'>): JSX.Element {
  const id = useId();
  const note = notes[draft.page];
  return (
    <div class="fd-field">
      <p class="fd-label">Portal</p>
      <Segments
        label="Portal"
        name="page"
        value={draft.page}
        options={portals}
        onChange={(page) => edit({ page })}
      />
      {note ? <p class="pg-note">{note}</p> : null}
      {draft.page === 'classic' ? (
        <div class="fd-field">
          <label for={id}>Its settings page</label>
          <Select
            id={id}
            value={draft.look}
            options={classicPages}
            onChoose={(look) => edit({ look })}
          />
        </div>
      ) : null}
    </div>
  );
}
