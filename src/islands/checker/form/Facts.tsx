import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { AccountFacts } from '#app-settings/facts.ts';
import type { FieldProps } from '#islands/app-form/fields.ts';
import { brandChoices } from '#islands/app-form/words.ts';
import { Select } from '#islands/parts/Select.tsx';

/** What is true of the account, beside the app; the ordinary case is what stands here at first. */
export function Facts({ draft, edit }: Omit<FieldProps, 'problems'>): JSX.Element {
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
    <fieldset class="fd-field">
      <legend>
        Account facts <span>(leave what you do not know)</span>
      </legend>
      <div class="fd-checks">
        {checks.map(({ label, on, set }) => (
          <label key={label} class="fd-check">
            <input
              type="checkbox"
              checked={on}
              onChange={(event) => change(set(event.currentTarget.checked))}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <div class="fd-field ck-brand">
        <label for={id}>Brand of the accounts</label>
        <Select
          id={id}
          value={facts.brandEnvironment ?? 'ringcentral'}
          options={brandChoices}
          onChoose={(brandEnvironment) => change({ brandEnvironment })}
        />
      </div>
    </fieldset>
  );
}
