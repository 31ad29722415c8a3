import {
  type AppSettings,
  type Audience,
  audiences,
  type AuthMethod,
  type FlowId,
  flowIds,
  type PlatformType,
  platformTypes,
  type Portal,
} from '#app-settings/app.ts';
import { availability, type FlowAvailability } from '#app-settings/availability.ts';
import { exampleRedirectUri } from '#app-settings/changes.ts';
import { currentPlatformTypes, methodLabels, platformLabels } from '#app-settings/portals.ts';

export interface MatrixRow {
  /** What the app's settings page shows. */
  label: string;
  /** The `type` value behind the label. */
  type?: PlatformType;
  /** For each flow, what a private and what a public app may do. */
  cells: { flow: FlowId; verdicts: Record<Audience, FlowAvailability> }[];
}

interface Kind {
  label: string;
  type?: PlatformType;
  settings: Pick<AppSettings, 'platformType' | 'methods'>;
}

const method = (chosen: AuthMethod): Kind => ({
  label: methodLabels[chosen],
  settings: { methods: [chosen] },
});

const kinds: Record<Portal, readonly Kind[]> = {
  classic: platformTypes.map((type) => ({
    label: platformLabels[type].classic,
    type,
    settings: { platformType: type },
  })),
  current: [
    ...[...currentPlatformTypes].map((type) => ({
      label: platformLabels[type].current ?? type,
      type,
      settings: { platformType: type, methods: ['three-legged' as const] },
    })),
    method('jwt'),
    method('password'),
  ],
};

/** A portal's matrix, with a redirect URI registered and refresh tokens on. */
export function matrixRows(portal: Portal): MatrixRow[] {
  return kinds[portal].map(({ label, type, settings }) => {
    const of = (audience: Audience) =>
      availability({
        name: 'Any app',
        portal,
        audience,
        issueRefreshTokens: true,
        redirectUris: [exampleRedirectUri],
        scopes: [],
        ...settings,
      });
    const byAudience = Object.fromEntries(audiences.map((audience) => [audience, of(audience)]));
    return {
      label,
      ...(type && { type }),
      cells: flowIds.map((flow) => ({
        flow,
        verdicts: Object.fromEntries(
          audiences.map((audience) => [audience, byAudience[audience]?.[flow]]),
        ) as MatrixRow['cells'][number]['verdicts'],
      })),
    };
  });
}
