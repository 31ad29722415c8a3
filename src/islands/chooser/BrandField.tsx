import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Brand } from '#app-settings/chooser/recommend.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Chooser } from './model.ts';

const brands: { value: Brand; name: string }[] = [
  { value: 'ringcentral', name: 'RingCentral' },
  { value: 'att', name: 'AT&T Office@Hand' },
  { value: 'verizon', name: 'Verizon' },
];

/** Whose accounts they are: it changes the host and nothing of the app. */
export function BrandField({ chooser }: { chooser: Chooser }): JSX.Element {
  const id = useId();
  const brand = chooser.state.value.brand ?? 'ringcentral';
  return (
    <div class="ch-brand">
      <label for={id}>The accounts are of</label>
      <span class="ch-select">
        <select
          id={id}
          value={brand}
          onChange={(event) => {
            const chosen = event.currentTarget.value as Brand;
            // Without a step in the history, and without moving focus: it is the same answer.
            window.history.replaceState(null, '', chooser.hrefOfBrand(chosen));
            chooser.refresh();
          }}
        >
          {brands.map(({ value, name }) => (
            <option key={value} value={value} selected={value === brand}>
              {name}
            </option>
          ))}
        </select>
        <Icon name="chevron" size={16} />
      </span>
      <p>
        Every request goes to{' '}
        <code>https://platform.ringcentral.{brand === 'ringcentral' ? 'com' : 'biz'}</code>
      </p>
    </div>
  );
}
