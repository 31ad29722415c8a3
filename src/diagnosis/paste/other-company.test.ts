import { describe, expect, it } from 'vitest';
import { certaintyOf } from '../finding.ts';
import { diagnosePaste } from './diagnose-paste.ts';

const now = Date.parse('2026-11-20T10:00:00Z');
const told = async (paste: string) => (await diagnosePaste(paste, { now })).findings[0];

describe('an error of another company', () => {
  it.each([
    ['Microsoft Entra ID', 'AADSTS7000215: Invalid client secret provided.'],
    [
      'Zoom',
      'POST https://zoom.us/oauth/token\n{"reason":"Invalid client_id or client_secret","error":"invalid_client"}',
    ],
    [
      'Google',
      'https://oauth2.googleapis.com/token 401 {"error":"invalid_client","error_description":"The OAuth client was not found."}',
    ],
    ['Okta', '{"errorCode":"E0000011","errorSummary":"Invalid token provided"}'],
  ])('%s: named, and RingCentral’s causes are not', async (company, paste) => {
    const found = await told(paste);
    expect(found?.title).toContain(company);
    expect(found && certaintyOf(found)).toBe('cannot tell');
  });

  it('a sign-in at RingCentral through another company stays RingCentral’s', async () => {
    const found = await told(
      'https://login.microsoftonline.com/saml2 then platform.ringcentral.com answered {"errors":[{"errorCode":"OAU-153","message":"Invalid client"}]}',
    );
    expect(found?.code).toBe('OAU-153');
  });
});

it('of several refusals in one log none is the certain cause', async () => {
  const found = await told(
    '10:00:01 401 {"errors":[{"errorCode":"OAU-128","message":"Access token expired"}]}\n10:00:02 400 {"errors":[{"errorCode":"OAU-152","message":"Unauthorized grant type"}]}',
  );
  expect(found && certaintyOf(found)).toBe('likely');
});
