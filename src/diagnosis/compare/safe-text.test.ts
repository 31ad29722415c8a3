import { describe, expect, it } from 'vitest';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import { makeBasic } from '#protocol/make-basic.ts';
import { safely } from './safe-text.ts';

const request: ExchangeRequest = {
  method: 'POST',
  url: 'https://platform.ringcentral.com/restapi/oauth/token',
  headers: [['Authorization', makeBasic('AbCd-client', 's3cret-of-mine')]],
  body: 'grant_type=authorization_code&code=U0pDMTFQMDE&redirect_uri=https%3A%2F%2Fmine.example%2Fcb',
};
const safe = safely(request);

describe('a text of an answer that anybody may read', () => {
  it.each([
    ['Redirect URIs do not match', 'Redirect URIs do not match'],
    ['Invalid client: AbCd-client', 'Invalid client: ‹client_id›'],
    ['Invalid client application: [zz9]', 'Invalid client application: ‹value›'],
    ['Code U0pDMTFQMDE is over', 'Code ‹code› is over'],
    ['https://mine.example/cb is not registered', '‹redirect_uri› is not registered'],
    ['ask at https://help.example/x?y=1', 'ask at ‹address›'],
    ['The client [AZwEVwGEcfGet2PCouA7K6] is not allowed', 'The client [‹value›] is not allowed'],
    [
      'application needs to have [ReadAccounts] permission',
      'application needs to have [ReadAccounts] permission',
    ],
    [
      'The client is unauthorized for the required grant type: [IMPLICIT]',
      'The client is unauthorized for the required grant type: [IMPLICIT]',
    ],
    ['Extension 208594004 is disabled', 'Extension ‹number› is disabled'],
    ['Call +1 (650) 555-0100 for help', 'Call ‹number› for help'],
    ['Mail to jane.doe@example.com', 'Mail to ‹e-mail›'],
    ['The user Jane Doe may not', 'The user ‹name› may not'],
    ['No account “Acme Ltd” here', 'No account “‹text›” here'],
    [
      'Bearer realm="RingCentral REST API", error="invalid_client"',
      'Bearer realm="RingCentral REST API", error="invalid_client"',
    ],
    ['Token eyJhbGciOiJSUzI1NiJ9.eyJzdWIi', 'Token ‹value›'],
    ['no-store, no-cache', 'no-store, no-cache'],
    ['application/json;charset=utf-8', 'application/json;charset=utf-8'],
  ])('%s', (text, told) => {
    expect(safe(text)).toBe(told);
  });
});
