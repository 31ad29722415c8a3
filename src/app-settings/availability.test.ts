import { describe, expect, test } from 'vitest';
import type { AppSettings, FlowId, PlatformType } from './app.ts';
import { availability, type Verdict } from './availability.ts';
import type { AccountFacts } from './facts.ts';
import { ruleOf } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';

const uri = 'https://app.example.com/callback';

const classic = (audience: 'private' | 'public', platformType: PlatformType): AppSettings => ({
  name: 'Test',
  portal: 'classic',
  audience,
  platformType,
  redirectUris: [uri],
  scopes: ['ReadAccounts'],
});

const columns: FlowId[] = [
  'auth-code',
  'auth-code-pkce',
  'implicit',
  'password',
  'refresh-token',
  'jwt',
  'client-credentials',
];
const letter: Record<Verdict, string> = { allowed: 'Y', warning: 'w', refused: 'N' };
const row = (settings: AppSettings, facts = {}): string => {
  const verdicts = availability(settings, facts);
  return columns.map((flow) => letter[verdicts[flow].bySettings]).join(' ');
};

// Typed by hand. Columns: code, PKCE, implicit, password, refresh, JWT, client credentials.
const classicMatrix: [PlatformType, private_: string, public_: string][] = [
  ['BrowserBased', 'Y Y Y N Y N N', 'Y Y Y N Y N N'],
  ['ServerWeb', 'Y Y N N Y N N', 'Y Y N N Y N N'],
  ['MobileIOS', 'Y Y w Y Y N N', 'Y Y w N Y N N'],
  ['MobileAndroid', 'Y Y w Y Y N N', 'Y Y w N Y N N'],
  ['MobileOther', 'Y Y w Y Y N N', 'Y Y w N Y N N'],
  ['DesktopWindows', 'Y Y w Y Y N N', 'Y Y w N Y N N'],
  ['DesktopMac', 'Y Y w Y Y N N', 'Y Y w N Y N N'],
  ['DesktopOther', 'Y Y w Y Y N N', 'Y Y w N Y N N'],
  ['ServerOther', 'N N N Y Y N N', 'N N N N w N N'],
  ['ServerBot', 'w w N w Y N N', 'w w N N Y N N'],
];

describe('4.4 the classic matrix by its settings', () => {
  test.each(classicMatrix)('%s, private and public', (type, whenPrivate, whenPublic) => {
    expect(row(classic('private', type))).toBe(whenPrivate);
    expect(row(classic('public', type))).toBe(whenPublic);
  });

  test('refresh is refused where the app does not have it', () => {
    const app = { ...classic('private', 'ServerWeb'), issueRefreshTokens: false };
    expect(availability(app)['refresh-token']).toEqual({
      bySettings: 'refused',
      today: 'refused',
      reasons: ['X7'],
    });
  });
});

const current = (methods: AppSettings['methods'], platformType?: PlatformType): AppSettings => ({
  name: 'Test',
  portal: 'current',
  audience: 'private',
  ...(methods && { methods }),
  ...(platformType && { platformType }),
  issueRefreshTokens: true,
  redirectUris: [uri],
  scopes: [],
});

describe('4.4 the current matrix by its settings', () => {
  test.each<[string, AppSettings, string]>([
    ['three-legged, server web', current(['three-legged'], 'ServerWeb'), 'Y Y N N Y N N'],
    ['three-legged, client-side web', current(['three-legged'], 'BrowserBased'), 'w Y N N Y N N'],
    ['three-legged, iOS', current(['three-legged'], 'MobileIOS'), 'w Y N N Y N N'],
    ['three-legged, Windows', current(['three-legged'], 'DesktopWindows'), 'w Y N N Y N N'],
    ['password', current(['password']), 'N N N Y Y N N'],
    ['password, public', { ...current(['password']), audience: 'public' }, 'N N N N w N N'],
    ['jwt', current(['jwt']), 'N N N N Y Y N'],
    ['jwt, public', { ...current(['jwt']), audience: 'public' }, 'N N N N Y Y N'],
    [
      'three-legged and jwt, as one probe found',
      current(['three-legged', 'jwt'], 'ServerWeb'),
      'Y Y N N Y Y N',
    ],
    ['refresh off', { ...current(['jwt']), issueRefreshTokens: false }, 'N N N N N Y N'],
  ])('%s', (_name, settings, expected) => {
    expect(row(settings)).toBe(expected);
  });

  test('refresh is off unless it was switched on', () => {
    const app = current(['jwt']);
    delete app.issueRefreshTokens;
    expect(availability(app)['refresh-token'].reasons).toEqual(['X8']);
  });
});

describe('a verdict has two parts', () => {
  test('X12 the password flow may be allowed by the settings and has ended all the same', () => {
    expect(availability(classic('private', 'ServerOther')).password).toEqual({
      bySettings: 'allowed',
      today: 'refused',
      reasons: ['X12'],
    });
  });

  test('M4 implicit on classic desktop is a warning by its settings and gone today', () => {
    expect(availability(classic('private', 'DesktopWindows')).implicit).toEqual({
      bySettings: 'warning',
      today: 'refused',
      reasons: ['M1', 'M4'],
    });
  });

  test('M8 today nothing leads a password-only app to a refresh token', () => {
    expect(availability(classic('private', 'ServerOther'))['refresh-token']).toEqual({
      bySettings: 'allowed',
      today: 'warning',
      reasons: ['M8'],
    });
  });
});

describe('every reason, flow by flow', () => {
  const noUri = { redirectUris: [] };
  // Typed by hand, in the order of the rule book; the columns are those above.
  test.each<[string, AppSettings, AccountFacts, string[]]>([
    [
      'a web app without refresh tokens',
      { ...current(['three-legged'], 'ServerWeb'), issueRefreshTokens: false },
      {},
      ['', '', 'M1 M2', 'X12 X2 M6', 'X8', 'M7', 'X20'],
    ],
    [
      'a phone app',
      current(['three-legged'], 'MobileIOS'),
      {},
      ['X13', '', 'M1 M2', 'X12 M6', '', 'M7', 'X20'],
    ],
    [
      'a current app whose method is not chosen yet',
      current(undefined),
      {},
      ['M5', 'M5', 'M1 M2', 'X12 M6', 'M8', 'M7', 'X20'],
    ],
    [
      'a private job for users of another company',
      { ...current(['jwt']), ...noUri, issueRefreshTokens: false },
      { otherCompanies: true },
      ['M5 X21 X16', 'M5 X21 X16', 'M1 M2 X21 X16', 'X12 M6 X16', 'X8 M8', 'X16', 'X20'],
    ],
    [
      'a public job for users of another company at AT&T',
      { ...current(['jwt']), audience: 'public' },
      { otherCompanies: true, brandEnvironment: 'att' },
      ['M5 X22', 'M5 X22', 'M1 M2 X22', 'X12 X1 M6 X22', 'X22', 'X18 X22', 'X20 X22'],
    ],
    [
      'a classic public app with no user interface',
      { ...classic('public', 'ServerOther'), ...noUri },
      { brandEnvironment: 'ringcentral' },
      ['X3 X21', 'X3 X21', 'M1 X3 X21', 'X12 X1', 'M8', 'X26', 'X20'],
    ],
    [
      'a bot at Verizon',
      classic('private', 'ServerBot'),
      { brandEnvironment: 'verizon' },
      ['X22 X24', 'X22 X24', 'M1 M3 X22', 'X12 X22 X24', 'X22', 'X26 X22', 'X20 X22'],
    ],
    [
      'a classic desktop app whose user lacks the permission',
      classic('private', 'DesktopMac'),
      { thirdPartyAppsAccess: false },
      ['X23', 'X23', 'M1 M4 X23', 'X12 X23', 'M8', 'X26 X23', 'X20'],
    ],
  ])('%s', (_name, settings, facts, expected) => {
    const verdicts = availability(settings, facts);
    expect(columns.map((flow) => verdicts[flow].reasons.join(' '))).toEqual(expected);
  });

  test('a rule that looks at a flow before that is judged finds it open', () => {
    const seen: Verdict[] = [];
    const looks: Rule = {
      ...ruleOf('X20'),
      applies: (_settings, _facts, flow, others) => {
        if (flow === 'auth-code') seen.push(others('client-credentials'));
        return undefined;
      },
    };
    availability(current(['jwt']), {}, [looks]);
    expect(seen).toEqual(['allowed', 'allowed']);
  });
});

describe('reasons and errors', () => {
  test('every reason is given, in the order of the rule book', () => {
    const app = classic('public', 'ServerOther');
    const { reasons } = availability(app, { mfaRequired: true, ssoEnforced: true }).password;
    expect(reasons).toEqual(['X12', 'X1', 'X10', 'X11']);
  });

  test('X21 without a redirect URI the server says so before it looks at the type', () => {
    const app = { ...classic('private', 'ServerOther'), redirectUris: [] };
    const verdict = availability(app)['auth-code-pkce'];
    expect(verdict.reasons).toEqual(['X3', 'X21']);
    expect(verdict.predictedError).toBe('OAU-113');
  });

  test('X3 with a redirect URI the type is what refuses', () => {
    const verdict = availability(classic('private', 'ServerOther'))['auth-code'];
    expect(verdict.predictedError).toBe('OAU-112');
  });

  test.each<[string, Parameters<typeof availability>[1], FlowId, string | undefined]>([
    ['X10', { ssoEnforced: true }, 'password', undefined],
    ['X11', { mfaRequired: true }, 'password', 'OAU-168'],
    ['X23', { thirdPartyAppsAccess: false }, 'auth-code', 'CMN-408'],
    ['X16', { otherCompanies: true }, 'auth-code', undefined],
  ])('%s the account decides', (id, facts, flow, code) => {
    const verdict = availability(classic('private', 'MobileIOS'), facts)[flow];
    expect(verdict.bySettings).toBe('refused');
    expect(verdict.reasons).toContain(id);
    expect(verdict.predictedError).toBe(code);
  });
});
