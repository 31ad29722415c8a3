import type { JSX } from 'preact';
import type { FieldProps } from './fields.ts';

/**
 * Whether the app gets refresh tokens, under the label of its page.
 *
 * @param props.classicNote what else is to be known of the classic portal's
 */
export function RefreshField({
  draft,
  edit,
  classicNote,
}: FieldProps & { classicNote?: string }): JSX.Element | null {
  if (draft.page === 'unknown') return null;
  const classic = draft.page === 'classic';
  return (
    <label class="fd-switch">
      <span>
        <b>{classic ? 'Refresh Token is among its flows' : 'Issue refresh tokens'}</b>
        <span class="pg-note">
          {classic
            ? `The platform type gives it${classicNote ?? ''}.`
            : 'Off until somebody turns it on.'}
        </span>
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={classic ? draft.classicRefresh : draft.issueRefreshTokens}
        onChange={({ currentTarget: { checked } }) =>
          edit(classic ? { classicRefresh: checked } : { issueRefreshTokens: checked })
        }
      />
    </label>
  );
}
