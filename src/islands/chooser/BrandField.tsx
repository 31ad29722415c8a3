import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { brandChoices } from '#islands/app-form/words.ts';
import { Select } from '#islands/parts/Select.tsx';
import type { Chooser } from './model.ts';

/** Whose accounts they are: it changes the host and nothing of the app. */
export function BrandField({ chooser }: { chooser: Chooser }): JSX.Element {
  const id = useId();
  const brand = chooser.state.value.brand ?? 'ringcentral';
  return (
    <div class="ch-brand">
      <label for={id}>The accounts are of</label>
      <Select
        id={id}
        value={brand}
        options={brandChoices}
        onChoose={(chosen) => {
          // Without a step in the history, and without moving focus: it is the same answer.
          window.history.replaceState(null, '', chooser.hrefOfBrand(chosen));
          chooser.refresh();
        }}
      />
      <p>
        Every request goes to{' '}
        <code>https://platform.ringcentral.{brand === 'ringcentral' ? 'com' : 'biz'}</code>
      </p>
    </div>
  );
}
