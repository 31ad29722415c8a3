import {
  type AppSettings,
  type AuthMethod,
  type FlowId,
  type PlatformType,
  audiences,
  platformTypes,
} from '#app-settings/app.ts';
import { availability, type RuleId, type Verdict } from '#app-settings/availability.ts';
import { exampleRedirectUri } from '#app-settings/changes.ts';
import { currentPlatformTypes, methodLabels, platformLabels } from '#app-settings/portals.ts';

export interface SettingsRow {
  /** What the app's settings page shows. */
  labels: string[];
  /** The `type` values behind the labels. */
  types: PlatformType[];
  /** For each flow of the table the verdict by these settings, and what RingCentral does today. */
  verdicts: { flow: FlowId; bySettings: Verdict; today: Verdict }[];
  /** Whatever speaks against one of them, each once. */
  reasons: RuleId[];
}

interface Candidate {
  label: string;
  type?: PlatformType;
  apps: AppSettings[];
}

const app = (settings: Pick<AppSettings, 'portal' | 'audience'> & Partial<AppSettings>) => ({
  name: 'Any app',
  issueRefreshTokens: true,
  redirectUris: [exampleRedirectUri],
  scopes: [],
  ...settings,
});

const candidates: Record<AppSettings['portal'], () => Candidate[]> = {
  current: () => [
    ...platformTypes
      .filter((type) => currentPlatformTypes.has(type))
      .map((type) => ({
        label: platformLabels[type].current ?? type,
        type,
        apps: both((audience) =>
          app({ portal: 'current', audience, methods: ['three-legged'], platformType: type }),
        ),
      })),
    ...(['jwt', 'password'] as AuthMethod[]).map((method) => ({
      label: `${methodLabels[method]}, no 3-legged OAuth`,
      // The portal offers the password method to private apps alone.
      apps: (method === 'password' ? (['private'] as const) : audiences).map((audience) =>
        app({ portal: 'current', audience, methods: [method] }),
      ),
    })),
  ],
  classic: () =>
    platformTypes.map((type) => ({
      label: platformLabels[type].classic,
      type,
      apps: both((audience) => app({ portal: 'classic', audience, platformType: type })),
    })),
};

function both(make: (audience: AppSettings['audience']) => AppSettings): AppSettings[] {
  return audiences.map(make);
}

/**
 * A portal's settings with the verdict that the rule book gives each of them; settings that share
 * verdicts and reasons share a row. Where private and public apps differ, the label says which.
 */
export function settingsRows(
  portal: AppSettings['portal'],
  flows: readonly FlowId[],
): SettingsRow[] {
  const rows = new Map<string, SettingsRow>();
  for (const { label, type, apps } of candidates[portal]()) {
    const judged = apps.map((settings) => {
      const verdicts = availability(settings);
      const row = {
        verdicts: flows.map((flow) => {
          const { bySettings, today } = verdicts[flow];
          return { flow, bySettings, today };
        }),
        reasons: [...new Set(flows.flatMap((flow) => verdicts[flow].reasons))],
      };
      return { audience: settings.audience, row, key: JSON.stringify(row) };
    });
    const alike = judged.every(({ key }) => key === judged[0]?.key);
    for (const { audience, row: first, key } of alike ? judged.slice(0, 1) : judged) {
      const row = rows.get(key) ?? { labels: [], types: [], ...first };
      row.labels.push(alike ? label : `${label}, ${audience}`);
      if (type && !row.types.includes(type)) row.types.push(type);
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}
