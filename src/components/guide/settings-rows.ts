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
  /** The verdict by these settings for each flow of the table. */
  verdicts: { flow: FlowId; verdict: Verdict }[];
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
    ...(['jwt'] as AuthMethod[]).map((method) => ({
      label: `${methodLabels[method]}, no 3-legged OAuth`,
      apps: both((audience) => app({ portal: 'current', audience, methods: [method] })),
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
 * verdicts and reasons share a row.
 *
 * @throws Error where private and public apps differ, which the table has no column for.
 */
export function settingsRows(
  portal: AppSettings['portal'],
  flows: readonly FlowId[],
): SettingsRow[] {
  const rows = new Map<string, SettingsRow>();
  for (const { label, type, apps } of candidates[portal]()) {
    const [first, ...others] = apps.map((settings) => {
      const verdicts = availability(settings);
      return {
        verdicts: flows.map((flow) => ({ flow, verdict: verdicts[flow].bySettings })),
        reasons: [...new Set(flows.flatMap((flow) => verdicts[flow].reasons))],
      };
    });
    const key = JSON.stringify(first);
    if (!first || others.some((other) => JSON.stringify(other) !== key)) {
      throw new Error(`${label}: private and public apps differ`);
    }
    const row = rows.get(key) ?? { labels: [], types: [], ...first };
    row.labels.push(label);
    if (type) row.types.push(type);
    rows.set(key, row);
  }
  return [...rows.values()];
}
