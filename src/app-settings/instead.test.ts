import { describe, expect, it } from 'vitest';
import type { AppSettings, FlowId } from './app.ts';
import { availability } from './availability.ts';
import { useInstead } from './instead.ts';

const common = {
  name: 'Test',
  audience: 'private',
  redirectUris: ['https://app.example.com/callback'],
  scopes: [],
} as const satisfies Partial<AppSettings>;
const current = { ...common, portal: 'current', issueRefreshTokens: true } as const;
const web = { ...current, methods: ['three-legged'], platformType: 'ServerWeb' } as const;

/** By what RingCentral still runs of them: code with PKCE, JWT, both or neither; with refresh tokens or without. */
const apps = {
  'code alone': { ...web, methods: ['three-legged'] },
  'JWT alone': { ...current, methods: ['jwt'] },
  'code and JWT': { ...web, methods: ['three-legged', 'jwt'] },
  'neither, password alone': { ...current, methods: ['password'] },
  'neither, a classic job': { ...common, portal: 'classic', platformType: 'ServerOther' },
  'code without refresh tokens': { ...web, methods: ['three-legged'], issueRefreshTokens: false },
  'JWT without refresh tokens': { ...current, methods: ['jwt'], issueRefreshTokens: false },
} satisfies Record<string, AppSettings>;

// Typed by hand: the flow that stands first, and the sentence.
const pkceHere = ['auth-code-pkce', 'Use code with PKCE, which these settings allow.'] as const;
const pkceThere = ['auth-code-pkce', 'Use code with PKCE, in an app with 3-legged OAuth.'] as const;
const jwtHere = ['jwt', 'Use JWT, which these settings allow, for one fixed user.'] as const;
const jwtThere = ['jwt', 'Use JWT for one fixed user, in an app with that method.'] as const;
const sameSteps = [
  'auth-code-pkce',
  'Use code with PKCE: it has the same steps, and a proof beside the code.',
] as const;
const both = [
  'auth-code-pkce',
  'If people sign in, use code with PKCE, which these settings allow; for one fixed user, JWT in an app with that method.',
] as const;
const buildOnIt = [undefined, 'You need nothing else: build on this one.'] as const;
const continues = [undefined, 'You need nothing else: this continues a session.'] as const;
const jwtIsIt = [
  undefined,
  'You need nothing else for one fixed user. If people sign in, use code with PKCE.',
] as const;
const codeAgain = ['auth-code-pkce', 'Run the original flow again.'] as const;
const jwtAgain = ['jwt', 'Run the original flow again.'] as const;

type Row = readonly [flow: FlowId | undefined, words: string];

describe('what to use in a flow’s place is what the same settings allow, and RingCentral still runs', () => {
  it.each<[keyof typeof apps, Record<FlowId, Row>]>([
    [
      'code alone',
      {
        'auth-code-pkce': buildOnIt,
        'auth-code': sameSteps,
        implicit: pkceHere,
        password: both,
        'refresh-token': continues,
        jwt: pkceHere,
        'client-credentials': pkceHere,
      },
    ],
    [
      'JWT alone',
      {
        'auth-code-pkce': jwtHere,
        'auth-code': jwtHere,
        implicit: jwtHere,
        password: jwtHere,
        'refresh-token': continues,
        jwt: jwtIsIt,
        'client-credentials': jwtHere,
      },
    ],
    [
      'code and JWT',
      {
        'auth-code-pkce': buildOnIt,
        'auth-code': sameSteps,
        implicit: pkceHere,
        password: jwtHere,
        'refresh-token': continues,
        jwt: jwtIsIt,
        'client-credentials': jwtHere,
      },
    ],
    [
      'neither, password alone',
      {
        'auth-code-pkce': pkceThere,
        'auth-code': pkceThere,
        implicit: pkceThere,
        password: jwtThere,
        'refresh-token': jwtThere,
        jwt: jwtThere,
        'client-credentials': jwtThere,
      },
    ],
  ])('%s', (name, expected) => {
    const verdicts = availability(apps[name]);
    const said = Object.keys(expected).map((flow) => {
      const { flow: other, words } = useInstead(flow as FlowId, verdicts);
      return [flow, [other, words]];
    });
    expect(Object.fromEntries(said)).toEqual(expected);
  });

  it.each<[keyof typeof apps, Row]>([
    // M8: its refresh is no more than doubtful, for the flow that would bring a token has ended (X12).
    ['neither, a classic job', jwtThere],
    ['code without refresh tokens', codeAgain],
    ['JWT without refresh tokens', jwtAgain],
  ])('in place of a refresh token: %s', (name, [flow, words]) => {
    expect(useInstead('refresh-token', availability(apps[name]))).toEqual({ flow, words });
  });

  it('what is in doubt still counts: X18 warns of the JWT that a customer makes, and it stays the answer', () => {
    const app = { ...apps['JWT alone'], audience: 'public' } as const;
    const verdicts = availability(app, { otherCompanies: true });
    expect(verdicts.jwt.today).toBe('warning');
    expect(useInstead('password', verdicts)).toEqual({ flow: 'jwt', words: jwtHere[1] });
  });
});
