import { browser, jwtApp, noUi } from './apps.ts';
import { refused, refusedWith, ringcentral } from './outcomes.ts';
import { clientCredentials, get, paths } from './requests.ts';
import { cases, rule } from './rule.ts';
import type { Row } from './row.ts';

/** A.11: for RingCentral's partners alone, so for no app here. */
export const clientCredentialsGrant: Row[] = [
  ...cases('AS-152', 'M', [browser, noUi, jwtApp], (app) => [
    `${app.name}: unauthorized_client`,
    { apps: { app }, request: clientCredentials(), accept: [refused('unauthorized_client')] },
  ]),
  rule('AS-152d', 'M', 'a confidential client authenticates before it hears so', {
    apps: { app: noUi },
    request: clientCredentials({ client_id: '{clientId}' }, { auth: 'none' }),
    accept: [refused('invalid_client', [400, 401])],
  }),
  rule('AS-152e', 'M', 'it is not among the grants that are told', {
    request: get(paths.metadata),
    accept: [{ status: 200, json: { grant_types_supported: { excludes: 'client_credentials' } } }],
  }),
  rule('RC-087', 'P', 'RingCentral: OAU-251', {
    presets: ringcentral,
    apps: { app: noUi },
    request: clientCredentials({ brand_id: '1210', account_id: '1' }),
    accept: [refusedWith('unauthorized_client', 'OAU-251')],
  }),
];
