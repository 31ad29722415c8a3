import { accountsOnly, web } from '../../conformance/table/apps.ts';
import {
  authorized,
  call,
  exchanged,
  loggedIn,
  minted,
  paths,
  refreshed,
} from '../../conformance/table/requests.ts';
import type { RequestSpec, SendStep } from '../../conformance/table/row.ts';
import type { ProvokedAnswers } from './provoked.ts';

const v1 = '/restapi/v1.0';
const from = 'http://localhost:3000';
const signedIn = { apps: { app: web }, given: loggedIn() };
const list: SendStep = {
  send: call('{accessToken}', `${v1}/account/~/extension`),
  accept: [{ status: 200 }],
};
/** Signed in as an extension that is no administrator. */
const notAdministrator = [
  authorized({}, 'app', { fill: { user: '+18335550100*103' } }),
  exchanged(),
];
const fromPage = (request: RequestSpec): RequestSpec => ({
  ...request,
  headers: { ...request.headers, origin: from },
});

/** Answers of the API behind the tokens, and of what stands before it. */
export const api: ProvokedAnswers = {
  'api-scope-missing': {
    apps: { app: { ...web, scopes: ['ReadCallLog'] } },
    given: loggedIn(),
    request: call(),
  },
  'api-scope-missing-docs': {
    apps: { app: accountsOnly },
    given: loggedIn(),
    request: call('{accessToken}', paths.callLog),
  },
  'api-user-permission': {
    apps: { app: web },
    given: notAdministrator,
    request: call('{accessToken}', `${v1}/account/~/call-log`),
    unlike: 'the company’s call log, and the permission that it needs',
    alike: [['Meetings', 'FullCompanyCallLog']],
  },
  'api-token-garbage-2026': { apps: {}, request: call('garbage') },
  'api-token-invalid-2017': {
    apps: {},
    request: call('garbage'),
    unlike: 'sent to the API; the thread sent it to the authorization endpoint',
  },
  'api-unknown-uri': { ...signedIn, request: call('{accessToken}', `${v1}/some/api/not/exist/`) },
  'api-account-not-found': {
    ...signedIn,
    request: call('{accessToken}', `${v1}/account/accountIdNotExist`),
  },
  'gateway-not-found': { apps: {}, request: { method: 'POST', path: '/restapi/nonsense' } },
  'api-rate-limit': {
    ...signedIn,
    fields: { rateLimit: true },
    given: [...loggedIn(), ...Array.from({ length: 40 }, () => list)],
    request: fromPage(list.send),
  },
  'api-old-access-token': {
    ...signedIn,
    given: [...loggedIn(), refreshed()],
    request: call(),
  },
  'api-extension': { ...signedIn, request: call() },
  'api-rate-headers': { ...signedIn, request: call('{accessToken}', `${v1}/account/~`) },
  'jwt-credential': { apps: {}, request: minted().send },
};
