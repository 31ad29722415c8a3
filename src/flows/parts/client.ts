import type { FlowParameter } from '../flow.ts';
import { rfc, type SpecLink } from '../specs.ts';

/** An app without a secret names itself in the body. */
export const clientId: FlowParameter = {
  name: 'client_id',
  source: { kind: 'input', name: 'client_id' },
  meaning: 'A browser app has no secret, so it names itself',
  required: true,
  when: 'public',
  spec: rfc(6749, '3.2.1'),
};

/** An app with a secret proves who it is in a header. */
export const clientAuthentication: FlowParameter = {
  name: 'Authorization',
  source: { kind: 'basic' },
  meaning: 'Basic, then client id, colon and secret in base64. Your server sends it, never a page',
  required: true,
  when: 'confidential',
  spec: rfc(6749, '2.3.1'),
};

/** `access_token_ttl`, offered wherever tokens are issued. */
export const accessTokenTtl: FlowParameter = {
  name: 'access_token_ttl',
  source: { kind: 'fixed', value: '600' },
  meaning: 'How many seconds the access token should last, 600 to 3600. RingCentral’s own',
  required: false,
  leftOut: true,
  spec: rfc(6749, '8.2'),
};

/** `grant_type` with its one value. */
export function grantType(value: string, spec: SpecLink): FlowParameter {
  return {
    name: 'grant_type',
    source: { kind: 'fixed', value },
    meaning: 'Which grant this request uses',
    required: true,
    spec,
  };
}

/** What a code is traded with, whatever else proves whose it is: the code itself, and where it went. */
export const codeAndRedirectUri: FlowParameter[] = [
  {
    name: 'code',
    source: { kind: 'value', name: 'code' },
    meaning: 'From the callback in step 4. It works once',
    required: true,
    spec: rfc(6749, '4.1.3'),
  },
  {
    name: 'redirect_uri',
    source: { kind: 'input', name: 'redirect_uri' },
    meaning: 'It must equal step 2, character for character',
    required: true,
    spec: rfc(6749, '4.1.3'),
  },
];
