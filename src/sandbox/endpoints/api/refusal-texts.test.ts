import { beforeEach, describe, expect, it } from 'vitest';
import { makeTestSandbox, type TestSandbox } from '../../testing/test-sandbox.ts';

const own = '/restapi/v1.0/account/~/extension/~';
const company = '/restapi/v1.0/account/~';

let box: TestSandbox;

beforeEach(async () => {
  box = makeTestSandbox();
  await box.send('/restapi');
});

/** An access token as a grant leaves it; `ended` where it is over, for an hour or for this many milliseconds. */
async function issue(
  scopes: string[],
  userId: number,
  ended?: { ago: number; endedWithSession?: true },
) {
  const now = box.clock.now();
  const common = { clientId: 'sandbox-browser', userId, scopes };
  const session = {
    ...common,
    id: 'session',
    grantType: 'authorization_code',
    endpointId: 'e',
    createdAt: now,
    lastUsedAt: now,
  };
  await box.store.sessions.add(session, 5, now);
  const pair = { ...common, sessionId: 'session', issuedAt: now, expiresAt: now + 3_600_000 };
  const { ago = 0, ...how } = ended ?? {};
  const over = ended ? { endedAt: now - ago, ...how } : {};
  await box.store.tokens.addPair(
    { ...pair, token: 'good', ...over },
    { ...pair, token: 'refresh' },
  );
}

async function call(path: string) {
  const answer = await box.send(path, { headers: { authorization: 'Bearer good' } });
  const { errors } = (await answer.json()) as {
    errors?: { errorCode: string; message: string; permissionName?: string }[];
  };
  return [answer.status, answer.headers.get('sandbox-rule'), errors?.[0]] as const;
}

describe('a refusal of the API says what is missing (RFC 6750 section 3.1)', () => {
  it('AS-179 the permission of the app', async () => {
    await issue(['ReadAccounts'], 1_000_101);
    expect(await call(`${own}/call-log`)).toEqual([
      403,
      'AS-179',
      {
        errorCode: 'CMN-401',
        message:
          'In order to call this API endpoint, application needs to have [ReadCallLog] permission',
        permissionName: 'ReadCallLog',
      },
    ]);
  });

  it('X25 the permission of the user', async () => {
    await issue(['ReadCallLog'], 1_000_103);
    expect(await call(`${company}/call-log`)).toEqual([
      403,
      'X25',
      {
        errorCode: 'CMN-408',
        message:
          'In order to call this API endpoint, user needs to have [FullCompanyCallLog] permission for requested resource.',
        permissionName: 'FullCompanyCallLog',
      },
    ]);
  });

  it.each([
    ['replaced a moment ago', { ago: 9999 }, 'OAU-129'],
    ['replaced ten seconds ago', { ago: 10_000 }, 'OAU-213'],
    ['ended with its session', { ago: 0, endedWithSession: true }, 'OAU-213'],
  ] as const)('AS-178 a token that was %s', async (_what, ended, errorCode) => {
    await issue(['ReadAccounts'], 1_000_101, ended);
    const [status, rule, first] = await call(own);
    expect([status, rule, first?.errorCode]).toEqual([401, 'AS-178', errorCode]);
  });
});
