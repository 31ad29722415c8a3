import { describe, expect, it } from 'vitest';
import { type Finding, finding } from '#diagnosis/finding.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Act, DoneAct } from './acts.ts';
import { type NumberedExchange, tell } from './told.ts';

const origin = 'http://localhost:4321';
let number = 0;

function seen(
  path: string,
  status: number,
  {
    form = '',
    body = '',
    token,
    location,
    findings = [],
  }: {
    form?: string;
    body?: string;
    token?: string;
    location?: string;
    findings?: Finding[];
  } = {},
): NumberedExchange {
  number += 1;
  const exchange: Exchange = {
    id: String(number),
    from: 'app',
    to: 'authorization-server',
    startedAt: 0,
    request: {
      method: 'POST',
      url: origin + path,
      headers: token === undefined ? [] : [['authorization', `Bearer ${token}`]],
      body: form,
    },
    response: {
      status,
      headers: location === undefined ? [] : [['location', location]],
      body,
    },
  };
  return { event: String(number), exchange, findings };
}

const wrong = (
  code: 'OAU-146' | 'OAU-213' | 'OAU-211' | 'OAU-345',
  more: Partial<Finding> = {},
) => ({
  ...finding({ id: code, title: `Wrong by ${code}`, why: 'Because.', fix: 'Mend it.' }),
  code,
  ...more,
});
const apiPath = '/restapi/v1.0/account/~/extension/~';
const call = (token: string, status = 200) =>
  seen(apiPath, status, { token, findings: status === 401 ? [wrong('OAU-213')] : [] });
const grant = (type: string, more: Parameters<typeof seen>[2] = {}, status = 200) =>
  seen('/restapi/oauth/token', status, { ...more, form: `grant_type=${type}${more.form ?? ''}` });
const tokens = (name: string) =>
  grant('authorization_code', {
    body: `{"access_token":"access-${name}","refresh_token":"refresh-${name}"}`,
  });
const act = (name: DoneAct['act']): DoneAct => ({ act: name, after: String(number) });
const expectedIn = (all: NumberedExchange[], acts: DoneAct[]): (Act | undefined)[] =>
  tell(all, acts).map(({ expected }) => expected);
const kindsIn = (all: NumberedExchange[], acts: DoneAct[] = []) =>
  tell(all, acts).map(({ findings }) => findings.map(({ kind, title }) => `${kind}: ${title}`));

describe('what follows from an act of the page', () => {
  it('revoke: the call and the refresh of that session, and no later session', () => {
    const before = tokens('1');
    const revoked = act('revoke-sessions');
    const all = [
      before,
      call('access-1', 401),
      grant(
        'refresh_token',
        {
          form: '&refresh_token=refresh-1',
          body: '{"errors":[{"errorCode":"OAU-211"}]}',
          findings: [wrong('OAU-211')],
        },
        400,
      ),
      tokens('2'),
      call('access-2', 401),
    ];
    expect(expectedIn(all, [revoked])).toEqual([
      undefined,
      'revoke-sessions',
      'revoke-sessions',
      undefined,
      undefined,
    ]);
    expect(kindsIn(all, [revoked])[1]).toEqual([
      'note: As expected: this page revoked the session, and its tokens with it.',
    ]);
    expect(kindsIn(all, [revoked])[4]).toEqual(['wrong: Wrong by OAU-213']);
  });

  it('nothing that came before it, nor a call that nobody acted on', () => {
    const all = [call('access-1', 401)];
    expect(expectedIn(all, [act('revoke-sessions')])).toEqual([undefined]);
    expect(expectedIn(all, [])).toEqual([undefined]);
  });

  it('expire: the call, and what else the call shows stays', () => {
    const before = tokens('3');
    const expired = act('expire-access-tokens');
    const loop = finding({ id: 'LINT-309', title: 'The third call', why: '' });
    const third = { ...call('access-3', 401), findings: [wrong('OAU-213'), loop] };
    expect(kindsIn([before, third], [expired])[1]).toEqual([
      'note: As expected: this page made the token expire.',
      'wrong: The third call',
    ]);
  });

  it('refuse: the next consent alone', () => {
    const refused = act('refuse-next-consent');
    const denied = () =>
      seen('/restapi/oauth/authorize/consent', 303, {
        location: 'http://localhost:5000/oauth2callback?error=access_denied&state=s',
      });
    expect(expectedIn([denied(), denied()], [refused])).toEqual(['refuse-next-consent', undefined]);
  });

  it('the JWT: until the file has a new one', () => {
    const refusedJwt = (code: string) =>
      grant(
        'urn:ietf:params:oauth:grant-type:jwt-bearer',
        { body: `{"errors":[{"errorCode":"${code}"}]}` },
        400,
      );
    const acts = [act('revoke-jwt')];
    const all = [refusedJwt('SANDBOX-JWT-5'), refusedJwt('OAU-345')];
    acts.push(act('end-jwt'));
    all.push(refusedJwt('SANDBOX-JWT-4'), refusedJwt('SANDBOX-JWT-5'));
    acts.push(act('new-jwt'));
    all.push(refusedJwt('SANDBOX-JWT-5'));
    expect(expectedIn(all, acts)).toEqual([
      'revoke-jwt',
      undefined,
      'end-jwt',
      'revoke-jwt',
      undefined,
    ]);
  });
});

describe('a later success', () => {
  it('strikes an error of the same step', () => {
    const all = [
      grant('authorization_code', { findings: [wrong('OAU-146')] }, 401),
      tokens('4'),
      call('access-0', 401),
    ];
    expect(kindsIn(all)).toEqual([
      ['note: Put right since: Wrong by OAU-146'],
      [],
      ['wrong: Wrong by OAU-213'],
    ]);
    expect(kindsIn([...all, call('access-4')])[2]).toEqual([
      'note: Put right since: Wrong by OAU-213',
    ]);
  });

  it('of another grant shows that the client is known, and nothing else', () => {
    const refresh = (code: 'OAU-146' | 'OAU-213') =>
      grant('refresh_token', { findings: [wrong(code)] }, 400);
    expect(kindsIn([refresh('OAU-146'), refresh('OAU-213'), tokens('5')])).toEqual([
      ['note: Put right since: Wrong by OAU-146'],
      ['wrong: Wrong by OAU-213'],
      [],
    ]);
  });

  it('that shows the same does not', () => {
    const risk = () => finding({ id: 'LINT-040', kind: 'risk', title: 'No PKCE', why: '' });
    const asked = (findings: Finding[]) => seen('/restapi/oauth/authorize', 200, { findings });
    expect(kindsIn([asked([risk()]), asked([risk()])])).toEqual([
      ['risk: No PKCE'],
      ['risk: No PKCE'],
    ]);
    expect(kindsIn([asked([risk()]), asked([risk()]), asked([])])).toEqual([
      ['note: Put right since: No PKCE'],
      ['note: Put right since: No PKCE'],
      [],
    ]);
  });
});
