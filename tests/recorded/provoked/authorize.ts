import { noUi, web } from '../../conformance/table/apps.ts';
import { approve, authorize as ask } from '../../conformance/table/requests.ts';
import type { ProvokedAnswers } from './provoked.ts';

const asJson = { headers: { accept: 'application/json' } };
const withoutPkce = { code_challenge: null, code_challenge_method: null };
const noUri = {
  apps: { app: noUi },
  request: ask({ redirect_uri: 'http://localhost:5000/oauth2callback' }, asJson),
};

/** Answers of the authorization endpoint and of its pages. */
export const authorize: ProvokedAnswers = {
  'authorize-redirect-mismatch': {
    apps: { app: web },
    request: ask({ redirect_uri: 'https://app.example.com/elsewhere' }, asJson),
  },
  'authorize-no-redirect-uri': noUri,
  'authorize-no-redirect-uri-2026': noUri,
  'authorize-implicit-refused': {
    apps: { app: web },
    request: ask({ response_type: 'token', state: null, ...withoutPkce }),
  },
  'authorize-denied': {
    apps: { app: web },
    request: approve({ state: null, ...withoutPkce }, { press: 'deny' }),
  },
};
