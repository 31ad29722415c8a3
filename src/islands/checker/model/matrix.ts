import {
  type AppSettings,
  type Audience,
  audiences,
  type AuthMethod,
  authMethods,
  type FlowId,
  flowIds,
  type PlatformType,
  platformTypes,
  type Portal,
} from '#app-settings/app.ts';
import { availability } from '#app-settings/availability.ts';
import { exampleRedirectUri } from '#app-settings/changes.ts';
import { currentPlatformTypes, methodLabels, platformLabels } from '#app-settings/portals.ts';
import { shown, type Shown } from './verdict.ts';

/** One app of the matrix and one flow. */
export interface Cell {
  flow: FlowId;
  audience: Audience;
  bySettings: Shown;
  today: Shown;
}

/** One setting: seven flows, each for a private and a public app. */
export interface MatrixRow {
  /** The settings behind it, as a key: `classic MobileIOS`, `current jwt`. */
  id: string;
  label: string;
  /** What it is on the wire of a new-app link. */
  type?: PlatformType;
  cells: Cell[];
  settings: Record<Audience, AppSettings>;
}

export interface MatrixGroup {
  /** The methods of a current app; absent in the classic portal. */
  label?: string;
  /** Several methods in one app: shown on demand. */
  several: boolean;
  rows: MatrixRow[];
}

/** The key of the row that settings stand in. */
export function rowIdOf({ portal, platformType, methods = [] }: AppSettings): string {
  const chosen = authMethods.filter((method) => methods.includes(method));
  return [portal, ...chosen, ...(platformType ? [platformType] : [])].join(' ');
}

type Kind = Pick<AppSettings, 'portal' | 'platformType' | 'methods'>;

/** An app with a redirect URI, in an ordinary account: as `tests/oracle` runs each of them. */
function rowOf(label: string, kind: Kind, refresh: boolean): MatrixRow {
  const settings = Object.fromEntries(
    audiences.map((audience): [Audience, AppSettings] => [
      audience,
      {
        name: 'My app',
        ...kind,
        audience,
        issueRefreshTokens: refresh,
        redirectUris: [exampleRedirectUri],
        scopes: [],
      },
    ]),
  ) as Record<Audience, AppSettings>;
  const verdicts = {
    private: availability(settings.private),
    public: availability(settings.public),
  };
  const cells = flowIds.flatMap((flow) =>
    audiences.map((audience): Cell => {
      const { bySettings, today, reasons } = verdicts[audience][flow];
      return {
        flow,
        audience,
        bySettings: shown(bySettings, reasons),
        today: shown(today, reasons),
      };
    }),
  );
  return {
    id: rowIdOf(settings.private),
    label,
    ...(kind.platformType && { type: kind.platformType }),
    cells,
    settings,
  };
}

function classicRows(refresh: boolean): MatrixRow[] {
  return platformTypes.map((platformType) =>
    rowOf(platformLabels[platformType].classic, { portal: 'classic', platformType }, refresh),
  );
}

/** Every set of methods, single ones first. */
const methodSets: AuthMethod[][] = [
  ['three-legged'],
  ['jwt'],
  ['password'],
  ['three-legged', 'jwt'],
  ['three-legged', 'password'],
  ['password', 'jwt'],
  ['three-legged', 'password', 'jwt'],
];

function currentGroup(methods: AuthMethod[], refresh: boolean): MatrixGroup {
  const label = methods.map((method) => methodLabels[method]).join(' and ');
  const several = methods.length > 1;
  const kind = { portal: 'current', methods } as const;
  if (!methods.includes('three-legged')) {
    return { label, several, rows: [rowOf(label, kind, refresh)] };
  }
  const types = platformTypes.filter((type) => currentPlatformTypes.has(type));
  return {
    label,
    several,
    rows: types.map((platformType) =>
      rowOf(
        platformLabels[platformType].current ?? platformType,
        { ...kind, platformType },
        refresh,
      ),
    ),
  };
}

/**
 * Every setting of a portal with its verdicts.
 *
 * @param refresh Whether the apps have refresh tokens.
 */
export function matrixOf(portal: Portal, refresh: boolean): MatrixGroup[] {
  return portal === 'classic'
    ? [{ several: false, rows: classicRows(refresh) }]
    : methodSets.map((methods) => currentGroup(methods, refresh));
}

/** How many cells a matrix has: a flow for an audience is one. */
export function countCells(groups: readonly MatrixGroup[]): number {
  return groups.flatMap(({ rows }) => rows).reduce((sum, { cells }) => sum + cells.length, 0);
}
