import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type PlatformType, platformTypes } from '#app-settings/app.ts';
import { currentPlatformTypes } from '#app-settings/portals.ts';
import type { PageLook } from '#app-settings/settings-page.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { currentType, lookOf } from '../model/draft.ts';
import { plainTypes, platformLabel } from '../words.ts';
import type { FieldProps } from './fields.ts';

const legends: Record<PageLook, string> = {
  'auth-card': 'App type',
  wizard: 'Platform type',
  office: 'Where will you be calling the API from?',
};

export function PlatformField({ draft, edit }: FieldProps): JSX.Element {
  const id = useId();
  const { page, platformType } = draft;
  const look = lookOf(draft);
  const chosen = page === 'current' ? currentType(platformType) : platformType;
  // What is chosen stays on the list, though this page may not offer it.
  const offered = platformTypes.filter(
    (type) => type === chosen || platformLabel(type, look) !== undefined,
  );
  const classicAlone = page === 'unknown' && !currentPlatformTypes.has(platformType);
  return (
    <div class="ck-field">
      <label for={id}>{look ? legends[look] : 'Where does its code run?'}</label>
      <span class="ck-select">
        <select
          id={id}
          value={chosen}
          onChange={(event) => edit({ platformType: event.currentTarget.value as PlatformType })}
        >
          {offered.map((type) => (
            <option key={type} value={type} selected={type === chosen}>
              {platformLabel(type, look) ?? plainTypes[type]}
            </option>
          ))}
        </select>
        <Icon name="chevron" size={16} />
      </span>
      <p class="ck-hint">
        In a new-app link: <code>{chosen}</code>
        {classicAlone && platformType !== 'ServerOther'
          ? '. The Auth card does not offer it, so the classic portal answers alone.'
          : null}
      </p>
    </div>
  );
}
