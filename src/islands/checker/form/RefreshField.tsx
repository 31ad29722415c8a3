import type { JSX } from 'preact';
import type { FieldProps } from './fields.ts';

/** Whether the app gets refresh tokens, under the label of its page. */
export function RefreshField({ draft, edit }: FieldProps): JSX.Element | null {
  if (draft.page === 'unknown') return null;
  const classic = draft.page === 'classic';
  const on = classic ? draft.classicRefresh : draft.issueRefreshTokens;
  const change = (value: boolean): void =>
    edit(classic ? { classicRefresh: value } : { issueRefreshTokens: value });
  return (
    <label class="ck-switch">
      <span>
        <b>{classic ? 'Refresh Token is among its flows' : 'Issue refresh tokens'}</b>
        <span class="ck-hint">
          {classic ? 'Given by the platform type.' : 'Off until somebody turns it on.'}
        </span>
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    </label>
  );
}
