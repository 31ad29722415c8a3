import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { platformTypes } from '#app-settings/app.ts';
import { currentPlatformTypes } from '#app-settings/portals.ts';
import type { PageLook } from '#app-settings/settings-page.ts';
import { Problem } from '#islands/parts/Problem.tsx';
import { Select } from '#islands/parts/Select.tsx';
import { asksForPlatform, currentType, lookOf } from './draft.ts';
import type { FieldProps } from './fields.ts';
import { plainTypes, platformLabel } from './words.ts';

const legends: Record<PageLook, string> = {
  'auth-card': 'App type',
  wizard: 'Platform type',
  office: 'Where will you be calling the API from?',
};

/** Where the code runs, under the labels of the reader's page. */
export function PlatformField({ draft, edit, problems }: FieldProps): JSX.Element | null {
  const id = useId();
  if (!asksForPlatform(draft)) return null;
  const { page, platformType } = draft;
  const problem = problems.fields.platformType;
  const look = lookOf(draft);
  const chosen = page === 'current' ? currentType(platformType) : platformType;
  // What is chosen stays on the list, though this page may not offer it.
  const offered = platformTypes.filter(
    (type) => type === chosen || platformLabel(type, look) !== undefined,
  );
  const classicAlone = page === 'unknown' && !currentPlatformTypes.has(platformType);
  return (
    <div class="fd-field">
      <label for={id}>{look ? legends[look] : 'Where does its code run?'}</label>
      <Select
        id={id}
        value={chosen}
        options={offered.map((type) => ({
          value: type,
          label: platformLabel(type, look) ?? plainTypes[type],
        }))}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        data-refused={problem ? '' : undefined}
        onChoose={(type) => edit({ platformType: type })}
      />
      <Problem id={`${id}-problem`} text={problem} />
      <p class="pg-note">
        In a new-app link: <code>{chosen}</code>
        {classicAlone && platformType !== 'ServerOther'
          ? '. The Auth card does not offer it, so only the classic portal answers.'
          : null}
      </p>
    </div>
  );
}
