import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { AppSettings, PlatformType } from '#app-settings/app.ts';
import type { FlowOutcome } from '#app-settings/chooser/outcome.ts';
import type { Recommendation } from '#app-settings/chooser/recommend.ts';
import { newAppLink } from '#app-settings/new-app-link/write.ts';
import { methodLabels, platformLabels } from '#app-settings/portals.ts';
import { checkerLink } from '#islands/app-form/link.ts';
import { CopyText } from '#islands/parts/CopyText.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { Segments } from '#islands/parts/Segments.tsx';
import { canTry } from '#islands/try-it/playground-link.ts';
import { TryIt } from '#islands/try-it/TryIt.tsx';

const guideNames: Record<string, string> = {
  'flows/auth-code-pkce': 'Read the guide: authorization code with PKCE',
  'flows/jwt': 'Read the guide: JWT',
};

/** The settings in the words of the portal's form, in the order of the form. */
function settingsInWords(app: AppSettings): [string, string][] {
  const type = app.platformType && platformLabels[app.platformType].current;
  return [
    [
      'Access',
      app.audience === 'private'
        ? 'Private: one RingCentral account'
        : 'Public: any RingCentral customer',
    ],
    ['Auth', (app.methods ?? []).map((method) => methodLabels[method]).join(', ')],
    ...(type ? [['App type', type] as [string, string]] : []),
    ['Issue refresh tokens', app.issueRefreshTokens ? 'Yes' : 'No'],
    ...(app.redirectUris.length > 0
      ? [['Redirect URI', app.redirectUris.join(', ')] as [string, string]]
      : []),
    ['Scopes', `${app.scopes.join(', ')}, and those that your calls need`],
  ];
}

/** The app that the answer recommends, and what can be done with it. */
export function AppCard({
  outcome,
  recommendation: { apps, facts },
  guides,
  say,
}: {
  outcome: FlowOutcome;
  recommendation: Recommendation;
  guides: readonly string[];
  say: (message: string) => void;
}): JSX.Element {
  const type = useSignal<PlatformType | undefined>(undefined);
  const app = apps.find(({ platformType }) => platformType === type.value) ?? apps[0];
  const link = newAppLink(app);
  const guide = guideNames[outcome.guide];
  return (
    <div class="ch-app">
      {apps.length > 1 && app.platformType ? (
        <Segments
          label="Platform"
          name="platform"
          value={app.platformType}
          options={apps.flatMap(({ platformType }) =>
            platformType
              ? [
                  {
                    value: platformType,
                    label: platformLabels[platformType].current ?? platformType,
                  },
                ]
              : [],
          )}
          onChange={(value) => {
            type.value = value;
          }}
        />
      ) : null}
      <dl>
        {settingsInWords(app).map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{term === 'Redirect URI' ? <code>{words}</code> : words}</dd>
          </div>
        ))}
      </dl>
      <div class="pg-buttons">
        {canTry(outcome.flow) ? (
          <TryIt
            flow={outcome.flow}
            settings={app}
            label="Run it in the sandbox"
            isPrimary
            say={say}
          />
        ) : null}
        <a class="pg-button" href={link.href} rel="noreferrer">
          <Icon name="external" />
          Create this app at RingCentral
        </a>
        <a class="pg-button" href={checkerLink(app, { facts })}>
          Open in the checker
        </a>
        <CopyText text={link.href} label="Copy the new-app link" icon="link" announce={say} />
      </div>
      {link.byHand.length > 0 ? (
        <div class="ch-by-hand">
          <b>Then set by hand</b>
          <ul>
            {link.byHand.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {guide && guides.includes(outcome.guide) ? (
        <p>
          <a href={`/${outcome.guide}/`}>{guide}</a>
        </p>
      ) : null}
    </div>
  );
}
