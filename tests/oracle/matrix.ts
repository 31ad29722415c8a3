import { readFileSync } from 'node:fs';

/**
 * The oracle: what each app may do, typed by hand from what RingCentral published. Nothing here comes
 * from `src`, so that a mistake there cannot repeat itself here.
 */
export const flows = [
  'auth-code',
  'auth-code-pkce',
  'implicit',
  'password',
  'refresh-token',
  'jwt',
  'client-credentials',
] as const;
export type Flow = (typeof flows)[number];
export type Outcome = 'allowed' | 'warning' | 'refused';

export interface Cell {
  bySettings: Outcome;
  today: Outcome;
  /** What a refused attempt is answered with. */
  code?: string;
}

/** Who signs in, where it is not the ordinary user. */
export const accounts = ['-', 'sso', 'mfa', 'no-access', 'other-company', 'att'] as const;
export type Account = (typeof accounts)[number];

/** One app with its expected outcomes. */
export interface Row {
  name: string;
  /** The settings as the control API takes them. */
  settings: Record<string, unknown>;
  account: Account;
  cells: Record<Flow, Cell>;
}

const words: Record<string, Outcome> = { Y: 'allowed', w: 'warning', N: 'refused' };

/** `Y`, `w`, `N OAU-251`, or two parts as in `Y/N`: by the settings, and at RingCentral today. */
function readCell(text: string): Cell {
  const found = /^([YwN])(?:\/([YwN]))?(?: ([A-Z]+-[A-Z0-9-]+))?$/.exec(text);
  const bySettings = words[found?.[1] ?? ''];
  const today = words[found?.[2] ?? found?.[1] ?? ''];
  if (!bySettings || !today) throw new Error(`matrix.csv: ${text} is no cell`);
  const code = found?.[3];
  if ((bySettings === 'refused') !== (code !== undefined)) {
    throw new Error(`matrix.csv: ${text}: a refusal has a code, and nothing else has one`);
  }
  return { bySettings, today, ...(code !== undefined && { code }) };
}

/** A cell with `|` stands for several apps. */
function combinations(columns: readonly string[]): string[][] {
  return columns.reduce<string[][]>(
    (made, column) =>
      made.flatMap((before) => column.split('|').map((value) => [...before, value])),
    [[]],
  );
}

export const redirectUri = 'https://app.example.com/callback';

function readRow(values: readonly string[], cells: Record<Flow, Cell>): Row {
  const [portal, audience, platformType, methods, refresh, uri, account] = values;
  return {
    name: values.filter((value) => value !== '-').join(' '),
    account: account as Account,
    cells,
    settings: {
      name: 'Oracle',
      portal,
      audience,
      ...(platformType !== '-' && { platformType }),
      ...(methods !== '-' && { methods: methods?.split('+') }),
      ...(refresh !== '-' && { issueRefreshTokens: refresh === 'yes' }),
      redirectUris: uri === 'none' ? [] : [redirectUri],
      scopes: ['ReadAccounts'],
    },
  };
}

const described = 7;

/** Every app of `matrix.csv`, in the order of the file. */
export function readMatrix(): Row[] {
  const text = readFileSync(new URL('matrix.csv', import.meta.url), 'utf8');
  const [header = '', ...lines] = text.trim().split('\n');
  const names = header.split(',').slice(described, described + flows.length);
  if (names.join() !== flows.join()) throw new Error(`matrix.csv has other columns: ${header}`);
  return lines.flatMap((line) => {
    const columns = line.split(',');
    const cells = Object.fromEntries(
      flows.map((flow, index) => [flow, readCell(columns[described + index] ?? '')]),
    ) as Record<Flow, Cell>;
    return combinations(columns.slice(0, described)).map((values) => readRow(values, cells));
  });
}
