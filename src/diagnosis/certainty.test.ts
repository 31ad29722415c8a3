import { describe, expect, it } from 'vitest';
import type { AppSettings } from '#app-settings/app.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { type About, caseOf } from './case.ts';
import { causeOf } from './cause-of.ts';
import { diagnose } from './diagnose.ts';
import { certaintyOf } from './finding.ts';

/** Certainty is a promise: what the exchange or the settings prove, and nothing else. */

const origin = 'https://platform.example';
const form = 'application/x-www-form-urlencoded';

function token(
  body: string,
  errorCode: string,
  headers: [string, string][] = [],
  error = 'invalid_request',
): Exchange {
  return {
    id: 'x',
    from: 'app',
    to: 'authorization-server',
    startedAt: 1_000_000,
    request: {
      method: 'POST',
      url: `${origin}/restapi/oauth/token`,
      headers: [['content-type', form], ...headers],
      body,
    },
    response: {
      status: 400,
      headers: [],
      body: JSON.stringify(
        errorCode === '' ? { error } : { error, errors: [{ errorCode, message: 'As it says' }] },
      ),
    },
  };
}

const authorize = (query: string): Exchange => ({
  id: 'a',
  from: 'browser',
  to: 'authorization-server',
  startedAt: 999_000,
  request: { method: 'GET', url: `${origin}/restapi/oauth/authorize?${query}`, headers: [] },
  response: { status: 200, headers: [] },
});

const settings: AppSettings = {
  name: 'Web',
  portal: 'current',
  audience: 'private',
  platformType: 'ServerWeb',
  methods: ['three-legged'],
  issueRefreshTokens: false,
  redirectUris: ['https://app.example/cb'],
  scopes: ['ReadAccounts'],
};
const known: About = {
  app: {
    clientId: 'app',
    clientType: 'confidential',
    redirectUris: settings.redirectUris,
    settings,
  },
};
const basic: [string, string] = ['authorization', `Basic ${btoa('app:secret')}`];

const told = (exchange: Exchange, about: About = {}, earlier: Exchange[] = []) =>
  causeOf(caseOf(exchange, earlier, about));

describe('a refusal by the settings', () => {
  const refresh = token('grant_type=refresh_token&refresh_token=r', 'OAU-251', [basic]);

  it('X8 is certain where the settings are known, and says who and what', () => {
    const found = told(refresh, known);
    expect(found).toMatchObject({
      id: 'X8',
      kind: 'wrong',
      who: 'developer',
      code: 'OAU-251',
      setting: { rule: 'X8', clientId: 'app' },
    });
    expect(found && certaintyOf(found)).toBe('certain');
    expect(found?.lacks).toBeUndefined();
  });

  it('is likely where they are not, and says what it lacks', () => {
    const found = told(refresh);
    expect(found?.id).toBe('OAU-251');
    expect(found && certaintyOf(found)).toBe('likely');
    expect(found?.lacks).toBeTruthy();
  });

  it('X12: no setting brings the password grant back, so none is offered', () => {
    const password = token('grant_type=password&username=u&password=p', 'OAU-251', [basic]);
    const found = told(password, known);
    expect(found).toMatchObject({ id: 'X2', setting: { changes: [] } });
    expect(found?.fix).toContain('No setting brings it back');
    expect(found?.actions.map(({ action }) => action.kind)).not.toContain('change-setting');
    expect(found?.sources[0]?.href).toBe('/guides/move-off-the-password-flow/');
    expect(found?.actions[0]).toEqual({
      label: 'Move off the password flow',
      action: { kind: 'open-page', href: '/guides/move-off-the-password-flow/' },
    });
  });

  it('LINT-212 is not the app’s own where the request names another', () => {
    const other: [string, string] = ['authorization', `Basic ${btoa('other:secret')}`];
    const found = told(
      token('grant_type=refresh_token&refresh_token=r', 'OAU-251', [other]),
      known,
    );
    expect(found?.id).toBe('LINT-212');
    expect(found?.setting).toBeUndefined();
  });
});

describe('invalid_grant, which names no cause', () => {
  const began = authorize('client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb');
  const trade = (uri: string, code: string) =>
    token(
      `grant_type=authorization_code&code=c&redirect_uri=${encodeURIComponent(uri)}`,
      code,
      [basic],
      'invalid_grant',
    );

  it('LINT-159 is likely by the RFC’s word, and certain by RingCentral’s code', () => {
    const byWord = told(trade('https://app.example/cb/', ''), known, [began]);
    const byCode = told(trade('https://app.example/cb/', 'OAU-109'), known, [began]);
    expect([byWord?.id, byCode?.id]).toEqual(['LINT-159', 'LINT-159']);
    expect(byWord && certaintyOf(byWord)).toBe('likely');
    expect(byCode && certaintyOf(byCode)).toBe('certain');
  });

  it('LINT-123 is likely where the code in hand is old, and not said where it is young', () => {
    const held = (at: number): About => ({
      ...known,
      values: { code: { value: 'c', at, lifetimeSeconds: 60 } },
    });
    const right = trade('https://app.example/cb', '');
    const old = told(right, held(900_000), [began]);
    expect(old?.id).toBe('LINT-123');
    expect(old && certaintyOf(old)).toBe('likely');
    expect(told(right, held(990_000), [began])?.id).not.toBe('LINT-123');
  });
});

describe('an answer that no rule knows', () => {
  it('is said to be unknown, with what would make it known', () => {
    const found = told({
      ...token('grant_type=authorization_code&code=c', ''),
      response: { status: 502, headers: [], body: '<h1>Bad gateway</h1>' },
    });
    expect(found).toMatchObject({ id: 'LINT-220', title: 'The server answered 502' });
    expect(found && certaintyOf(found)).toBe('cannot tell');
    expect(found?.lacks).toBeTruthy();
  });
});

describe('masked values', () => {
  it('LINT-158 is told by equal labels, and no hash is guessed at', () => {
    const body = 'grant_type=authorization_code&code=%E2%80%B9secret+1%E2%80%BA&code_verifier=x';
    const done = {
      status: 200,
      headers: [],
      body: '{"access_token":"masked-access_token-1-40chars"}',
    };
    const first = { ...token(body, 'OAU-106', [basic]), id: 'one', response: done };
    const second = { ...token(body, 'OAU-106', [basic]), id: 'two' };
    expect(told(second, known, [first])?.id).toBe('LINT-158');
    expect(told(second, known)?.id).toBe('OAU-106');
  });

  it('LINT-169 a Basic header that a log hides is not one that cannot be read', () => {
    const hidden: [string, string] = ['authorization', 'Basic masked-credentials-2-32chars'];
    const refused = token(
      'grant_type=refresh_token&refresh_token=r',
      '',
      [hidden],
      'invalid_client',
    );
    expect(told(refused, known)?.id).not.toBe('LINT-169');
  });

  it('LINT-041 a hidden verifier is not held against a plain challenge', () => {
    const began = authorize(
      'client_id=app&code_challenge=plain-challenge-of-43-characters-000000000000',
    );
    const refused = token(
      'grant_type=authorization_code&code=c&code_verifier=masked-code_verifier-1-43chars',
      '',
      [basic],
      'invalid_grant',
    );
    expect(told(refused, known, [began])?.id).not.toBe('LINT-041');
  });
});

describe('what was only sent before', () => {
  it('LINT-158, LINT-177: a try that was refused has used nothing up', () => {
    const code = token(
      'grant_type=authorization_code&code=c',
      'OAU-146',
      [basic],
      'invalid_client',
    );
    const again = token('grant_type=authorization_code&code=c', '', [basic], 'invalid_grant');
    expect(told(again, known, [code])?.id).not.toBe('LINT-158');
    const old = token('grant_type=refresh_token&refresh_token=r', 'OAU-210', [basic]);
    expect(told(old, known, [old])?.id).toBe('OAU-210');
  });
});

describe('a request that is read as the server reads it', () => {
  const refusedAt = (query: string, rule: Exchange['rule']): Exchange => ({
    ...authorize(query),
    response: { status: 400, headers: [] },
    rule,
  });
  const uri = 'redirect_uri=https%3A%2F%2Fapp.example%2Fcb';

  it('AS-002 the first value that is not empty counts', () => {
    expect(told(refusedAt(`client_id=nobody&client_id=&${uri}`, 'AS-027'), known)?.id).toBe(
      'OAU-153',
    );
  });

  it('LINT-005 options of a brand may repeat, and the parameter at fault is named', () => {
    const both = `client_id=app&client_id=app&ui_options=a&ui_options=b&${uri}`;
    expect(told(refusedAt(both, 'AS-030'), known)?.title).toBe('client_id was sent more than once');
  });

  it('LINT-020 an address in a query is encoded once, and is no address encoded twice', () => {
    const nested =
      'client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Fto%3Dhttps%253A%252F%252Fother';
    expect(told(refusedAt(nested, 'AS-036'), known)?.id).toBe('LINT-019');
  });

  it('LINT-250 a token in the address is a token', () => {
    const call: Exchange = {
      ...authorize(''),
      from: 'app',
      to: 'api',
      request: {
        method: 'GET',
        url: `${origin}/restapi/v1.0/account/~/extension/~?access_token=ended`,
        headers: [],
      },
      response: { status: 401, headers: [], body: '{"errorCode":"OAU-213","message":"x"}' },
    };
    expect(told(call, known)?.id).toBe('OAU-213');
  });

  it('M9: an answer to an earlier request is told as that', () => {
    const two = [authorize('client_id=app&state=first'), authorize('client_id=app&state=second')];
    const back: Exchange = {
      ...authorize(''),
      from: 'browser',
      to: 'app',
      request: { method: 'GET', url: 'https://app.example/cb?code=c&state=first', headers: [] },
    };
    expect(told(back, known, two)?.title).toBe(
      'This answer belongs to an earlier sign-in of your app',
    );
  });
});

describe('an envelope of another server', () => {
  it('is read as far as it is one', () => {
    const odd = {
      ...token('grant_type=authorization_code&code=c', ''),
      response: {
        status: 400,
        headers: [],
        body: '{"error":"invalid_grant","message":null,"errors":["x"]}',
      },
    };
    expect(caseOf(odd, [], {}).code).toBe('invalid_grant');
  });
});

describe('one refusal', () => {
  it('has one finding that is wrong, whatever else the request shows', () => {
    const found = diagnose(
      caseOf(token('grant_type=password&client_secret=s', 'OAU-251', [basic]), [], known),
    );
    expect(found.filter(({ kind }) => kind === 'wrong')).toHaveLength(1);
  });
});
