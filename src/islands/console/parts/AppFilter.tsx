import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Select } from '#islands/parts/Select.tsx';
import type { Console } from '../model/console.ts';

/** Which app a section is about; the choice stands in the address. */
export function AppFilter({
  console,
  label,
  all,
}: {
  console: Console;
  label: string;
  /** What it is called to choose none. */
  all: string;
}): JSX.Element {
  const id = useId();
  const { section, app = '' } = console.place.value;
  const apps = console.apps.value.value ?? [];
  const isKnown = app === '' || apps.some(({ clientId }) => clientId === app);
  return (
    <span class="cs-filter">
      <label for={id}>{label}</label>
      <Select
        id={id}
        value={app}
        options={[
          { value: '', label: all },
          ...(isKnown ? [] : [{ value: app, label: `${app} (not in the sandbox)` }]),
          ...apps.map(({ clientId, name }) => ({
            value: clientId,
            label: `${name} (${clientId})`,
          })),
        ]}
        onChoose={(clientId) =>
          console.go({ section, ...(clientId && { app: clientId }) }, 'replace')
        }
      />
    </span>
  );
}
