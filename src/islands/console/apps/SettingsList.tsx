import type { ComponentChildren, JSX } from 'preact';
import { methodLabels, platformLabels } from '#app-settings/portals.ts';
import { audienceWords } from '#islands/app-form/words.ts';
import type { AppView } from '#islands/sandbox-api/sandbox-api.ts';
import { portalWords } from '../form/portal-words.ts';
import { Copyable } from '../parts/Copyable.tsx';

function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The settings under the labels that the app's own portal has for them. */
export function SettingsList({
  app,
  say,
}: {
  app: AppView;
  say: (words: string) => void;
}): JSX.Element {
  const { portal, audience, platformType, methods, redirectUris, scopes } = app;
  const refresh = app.issueRefreshTokens;
  return (
    <dl class="cs-facts">
      <Fact name="Portal">
        {portal === 'classic' ? 'Classic' : 'Current'}
        <span class="pg-note">{portalWords[portal].note}</span>
      </Fact>
      <Fact name={portal === 'classic' ? 'Application type' : 'Audience'}>
        {audienceWords[audience].title}
        <span class="pg-note">{audienceWords[audience].note}</span>
      </Fact>
      {methods ? (
        <Fact name="Auth">{methods.map((method) => methodLabels[method]).join(', ')}</Fact>
      ) : null}
      {platformType ? (
        <Fact name={portal === 'classic' ? 'Platform type' : 'App type'}>
          {platformLabels[platformType][portal] ?? platformLabels[platformType].classic}
          <code class="pg-note">{platformType}</code>
        </Fact>
      ) : null}
      <Fact name="Issue refresh tokens">
        {refresh === undefined ? 'As the portal gives them' : refresh ? 'Yes' : 'No'}
      </Fact>
      <Fact name="Redirect URIs">
        {redirectUris.length === 0 ? <span class="pg-note">None is registered.</span> : null}
        {redirectUris.map((uri, line) => (
          <Copyable key={uri} line text={uri} name={`redirect URI ${line + 1}`} say={say} />
        ))}
      </Fact>
      <Fact name="App scopes">
        {scopes.length === 0 ? <span class="pg-note">None is chosen.</span> : null}
        <span class="cs-scopes">
          {scopes.map((scope) => (
            <code key={scope}>{scope}</code>
          ))}
        </span>
      </Fact>
    </dl>
  );
}
