import type { JSX } from 'preact';
import type { FieldProps } from './fields.ts';

export function RefreshField({ draft, edit }: FieldProps): JSX.Element {
  return (
    <div class="cs-checks">
      <label class="cs-check">
        <input
          type="checkbox"
          checked={draft.issueRefreshTokens}
          onChange={(event) => edit({ issueRefreshTokens: event.currentTarget.checked })}
        />
        <span>
          Issue refresh tokens
          <span class="pg-note">
            {draft.portal === 'classic'
              ? 'The classic portal gave them with the platform type; the sandbox can leave them out.'
              : 'Off at first, as in the portal.'}
          </span>
        </span>
      </label>
    </div>
  );
}
