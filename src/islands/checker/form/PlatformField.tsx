import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type PlatformType, platformTypes } from '#app-settings/app.ts';
import { currentPlatformTypes } from '#app-settings/portals.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { currentType, type SettingsPage } from '../model/draft.ts';
import { platformWords } from '../words.ts';
import type { FieldProps } from './fields.ts';

const legends: Record<SettingsPage, string> = {
  current: 'App type',
  classic: 'Platform type',
  unknown: 'Where does its code run?',
};

export function PlatformField({ draft, edit }: FieldProps): JSX.Element {
  const id = useId();
  const { page, platformType } = draft;
  const offered = platformTypes.filter(
    (type) => page !== 'current' || currentPlatformTypes.has(type),
  );
  const chosen = page === 'current' ? currentType(platformType) : platformType;
  const classicAlone = page === 'unknown' && !currentPlatformTypes.has(platformType);
  return (
    <div class="ck-field">
      <label for={id}>{legends[page]}</label>
      <span class="ck-select">
        <select
          id={id}
          value={chosen}
          onChange={(event) => edit({ platformType: event.currentTarget.value as PlatformType })}
        >
          {offered.map((type) => (
            <option key={type} value={type} selected={type === chosen}>
              {platformWords(type, page)}
            </option>
          ))}
        </select>
        <Icon name="chevron" size={16} />
      </span>
      <p class="ck-hint">
        In a new-app link: <code>{chosen}</code>
        {classicAlone && platformType !== 'ServerOther'
          ? '. The page with an Auth section does not offer it, so the page with a platform type answers alone.'
          : null}
      </p>
    </div>
  );
}
