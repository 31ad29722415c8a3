import { afterAll, beforeAll, expect, test } from 'vitest';
import { CookieJar } from '../conformance/runner/cookies.ts';
import { firstForm, formBody } from '../conformance/runner/html-form.ts';
import { type RunningSandbox, startSandbox } from '../sandbox-under-test.ts';
import { demoUser, disabledUser, type DemoUser } from './account.ts';
import { type Flow, redirectUri } from './matrix.ts';
import { type App, Attempts } from './wire.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

async function create(settings: object): Promise<App> {
  const response = await fetch(`${sandbox.origin}/sandbox/api/apps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Users',
      audience: 'private',
      redirectUris: [redirectUri],
      scopes: [],
      ...settings,
    }),
  });
  return (await response.json()) as App;
}

const mobile = { portal: 'classic', platformType: 'MobileIOS' };
const jwt = { portal: 'current', methods: ['jwt'] };

/** Typed by hand: who gets what, by the flow. */
const table: [user: string, who: DemoUser, code: string, password: string, jwt: string][] = [
  ['101', demoUser('-'), 'allowed', 'allowed', 'allowed'],
  ['102', demoUser('no-access'), 'CMN-408', 'CMN-408', 'CMN-408'],
  ['103', demoUser('mfa'), 'allowed', 'OAU-168', 'allowed'],
  ['104', demoUser('sso'), 'allowed', 'SANDBOX-USER-3', 'allowed'],
  ['105', disabledUser, 'OAU-141', 'OAU-141', 'OAU-141'],
  [
    'another company’s 101',
    demoUser('other-company'),
    'SANDBOX-USER-1',
    'SANDBOX-USER-1',
    'SANDBOX-USER-1',
  ],
];

test.each(table)('extension %s', async (_user, who, code, password, assertion) => {
  const outcome = async (settings: object, flow: Flow) => {
    const app = await create(settings);
    const answer = await new Attempts(sandbox.origin, app, who).try(flow, []);
    return answer.kind === 'refused' ? answer.code : answer.kind;
  };
  expect(await outcome(mobile, 'auth-code')).toBe(code);
  expect(await outcome(mobile, 'auth-code-pkce')).toBe(code);
  expect(await outcome(mobile, 'implicit')).toBe(code);
  expect(await outcome(mobile, 'password')).toBe(password);
  expect(await outcome(jwt, 'jwt')).toBe(assertion);
});

const refused = table.filter(([, , code]) => code !== 'allowed');

test.each(
  refused.flatMap(([user, who]) =>
    (
      [
        ['code', '?'],
        ['token', '#'],
      ] as const
    ).map(([type, mark]): [string, string, string, DemoUser] => [user, type, mark, who]),
  ),
)(
  'a refused sign-in of extension %s can be told to the app: %s behind %s',
  async (_user, type, mark, who) => {
    const app = await create(mobile);
    const jar = new CookieJar();
    const query = new URLSearchParams({
      response_type: type,
      client_id: app.clientId,
      redirect_uri: redirectUri,
      state: 's',
    });
    const first = await fetch(`${sandbox.origin}/restapi/oauth/authorize?${query.toString()}`);
    jar.keep(first);
    const press = async (page: string, button?: string) => {
      const form = firstForm(page);
      if (!form) throw new Error('the page has no form');
      const user = `${who.companyNumber}*${who.extensionNumber}`;
      return fetch(new URL(form.action, sandbox.origin), {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          cookie: jar.header() ?? '',
        },
        body: formBody(form, button, { user }),
      });
    };
    const page = await press(await first.text());
    expect(page.status).toBe(400);
    const location = (await press(await page.text(), 'cancel')).headers.get('location');
    expect(location?.startsWith(`${redirectUri}${mark}error=access_denied&`)).toBe(true);
    expect(location).toContain('state=s');
  },
);
