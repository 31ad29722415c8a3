import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type PlatformType, platformTypes } from '#app-settings/app.ts';
import { currentPlatformTypes, platformLabels } from '#app-settings/portals.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { asksForPlatform } from '../model/app-draft.ts';
import { Fixed } from './Fixed.tsx';
import type { FieldProps } from './fields.ts';
import { Problem } from './Problem.tsx';

/** Where the code runs, under the labels of the portal; the sandbox fixes it once the app is made (X5). */
export function PlatformField({ draft, edit, problems, app }: FieldProps): JSX.Element | null {
  const id = useId();
  const { portal, platformType } = draft;
  const problem = problems.fields.platformType;
  const name = portal === 'classic' ? 'Platform type' : 'App type';
  const label = (type: PlatformType): string =>
    platformLabels[type][portal] ?? platformLabels[type].classic;
  if (app) {
    const value = app.platformType
      ? label(app.platformType)
      : 'None: asked with 3-legged OAuth only';
    return (
      <div data-refused={problem ? '' : undefined} tabIndex={problem ? -1 : undefined}>
        <Fixed name={name} value={value} />
        <Problem id={`${id}-problem`} text={problem} />
      </div>
    );
  }
  if (!asksForPlatform(draft)) return null;
  const types =
    portal === 'classic'
      ? platformTypes
      : platformTypes.filter((type) => currentPlatformTypes.has(type));
  // A type that the other portal alone offers stays chosen, so that it is the sandbox who says so.
  const offered = types.includes(platformType) ? types : [...types, platformType];
  return (
    <div class="cs-field">
      <label for={id}>{name}</label>
      <span class="cs-select">
        <select
          id={id}
          value={platformType}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          data-refused={problem ? '' : undefined}
          onChange={(event) => edit({ platformType: event.currentTarget.value as PlatformType })}
        >
          {offered.map((type) => (
            <option key={type} value={type} selected={type === platformType}>
              {label(type)}
            </option>
          ))}
        </select>
        <Icon name="chevron" size={16} />
      </span>
      <Problem id={`${id}-problem`} text={problem} />
    </div>
  );
}
