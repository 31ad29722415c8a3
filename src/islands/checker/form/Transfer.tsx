import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon, type IconName } from '#islands/parts/Icon.tsx';
import { late } from '#islands/parts/late.tsx';
import type { Checker } from '../model/checker.ts';
import type { ExportKind } from './Exported.tsx';

const LateExported = late(async () => (await import('./Exported.tsx')).Exported);

const kinds: { kind: ExportKind; label: string; icon: IconName }[] = [
  { kind: 'link', label: 'As a link', icon: 'link' },
  { kind: 'json', label: 'As JSON', icon: 'braces' },
  { kind: 'new-app', label: 'New-app link', icon: 'external' },
];

/** The settings to take along. */
export function Transfer({ checker, origin }: { checker: Checker; origin: string }): JSX.Element {
  const id = useId();
  const shown = useSignal<ExportKind | undefined>(undefined);
  return (
    <div class="ck-transfer">
      <div class="fd-field">
        <p class="fd-label" id={`${id}-out`}>
          Take these settings with you
        </p>
        <div class="pg-buttons" role="group" aria-labelledby={`${id}-out`}>
          {kinds.map(({ kind, label, icon }) => (
            <button
              key={kind}
              type="button"
              class="pg-button pg-button-small"
              aria-expanded={shown.value === kind}
              aria-controls={shown.value === kind ? `${id}-text` : undefined}
              onClick={() => {
                shown.value = shown.value === kind ? undefined : kind;
              }}
            >
              <Icon name={icon} size={14} />
              {label}
            </button>
          ))}
        </div>
        {shown.value ? (
          <LateExported id={`${id}-text`} kind={shown.value} checker={checker} origin={origin} />
        ) : null}
      </div>
    </div>
  );
}
