import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon, type IconName } from '#islands/parts/Icon.tsx';
import type { Checker } from '../model/checker.ts';
import { Exported, type ExportKind } from './Exported.tsx';

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
    <div class="ck-folded">
      <div class="pg-buttons" role="group" aria-label="Take these settings with you">
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
        <Exported id={`${id}-text`} kind={shown.value} checker={checker} origin={origin} />
      ) : null}
    </div>
  );
}
