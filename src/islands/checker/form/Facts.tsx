import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { AccountFacts } from '#app-settings/facts.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import type { FieldProps } from './fields.ts';

type Brand = NonNullable<AccountFacts['brandEnvironment']>;

export const brandNames: Record<Brand, string> = {
  ringcentral: 'RingCentral',
  att: 'AT&T Office@Hand',
  verizon: 'Verizon',
};

/** What is true of the account, beside the app; the ordinary case is what stands here at first. */
export function Facts({ draft, edit }: FieldProps): JSX.Element {
  const id = useId();
  const { facts } = draft;
  const change = (changed: AccountFacts): void => edit({ facts: { ...facts, ...changed } });
  const checks: { label: string; on: boolean; set: (on: boolean) => AccountFacts }[] = [
    {
      label: 'Users have Third Party Apps Access',
      on: facts.thirdPartyAppsAccess !== false,
      set: (thirdPartyAppsAccess) => ({ thirdPartyAppsAccess }),
    },
    {
      label: 'Single sign-on is enforced',
      on: facts.ssoEnforced === true,
      set: (ssoEnforced) => ({ ssoEnforced }),
    },
    {
      label: 'Sign-in needs a second factor',
      on: facts.mfaRequired === true,
      set: (mfaRequired) => ({ mfaRequired }),
    },
    {
      label: 'Users of other companies sign in too',
      on: facts.otherCompanies === true,
      set: (otherCompanies) => ({ otherCompanies }),
    },
  ];
  return (
    <fieldset>
      <legend>
        Account facts <span>(leave what you do not know)</span>
      </legend>
      <div class="ck-checks">
        {checks.map(({ label, on, set }) => (
          <label key={label} class="ck-check">
            <input
              type="checkbox"
              checked={on}
              onChange={(event) => change(set(event.currentTarget.checked))}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <div class="ck-field ck-brand">
        <label for={id}>Brand of the accounts</label>
        <span class="ck-select">
          <select
            id={id}
            value={facts.brandEnvironment ?? 'ringcentral'}
            onChange={(event) => change({ brandEnvironment: event.currentTarget.value as Brand })}
          >
            {Object.entries(brandNames).map(([brand, name]) => (
              <option
                key={brand}
                value={brand}
                selected={brand === (facts.brandEnvironment ?? 'ringcentral')}
              >
                {name}
              </option>
            ))}
          </select>
          <Icon name="chevron" size={16} />
        </span>
      </div>
    </fieldset>
  );
}
