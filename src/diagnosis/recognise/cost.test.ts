import { describe, expect, it } from 'vitest';
import { recogniseAll as recognise } from './recognise-all.ts';

/** Milliseconds of the processor, whatever else the machine does: the least of some runs. */
function costOf(text: string, times: number): number {
  const runs = Array.from({ length: times }, () => {
    const before = process.cpuUsage();
    recognise(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...runs);
}

const filled = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** What a grammar stumbles over: what opens and never closes, what may begin a match at each place. */
const units = [
  ...'x{"\'\n\t ([<>`%-_$=&;:/?#.1日',
  'a.',
  'a=',
  'a=b&',
  'A1',
  '\\"error',
  'https://',
  'https://x.example/?',
  '> ',
  '{"error":',
  '{"a":[',
  '{"access_token":"x",',
  "{'error': ",
  '"error" : "',
  'error: invalid_grant\n',
  'errorCode: OAU-251\n',
  'OAU-251 ',
  '400 ',
  'status 401 ',
  'HTTP/1.1 400\n',
  'HTTP 400 {"error":1} (request details: ',
  'HTTP Response\n=====\nstatus code: 400\n\n',
  'HTTP status 400 headers: {',
  'Response:\n{"data":',
  'StatusCode: 400, Headers:\n{\n',
  '#<Faraday::Env @body={"error"=>',
  'POST /restapi/oauth/token ',
  'POST https://x.example/y 400 {"error":',
  'GET /x HTTP/1.1\n\n',
  'Authorization: x\n',
  'curl ',
  "curl '",
  'curl -d "',
  'fetch(',
  'fetch({',
  'requests.post("https://x.example/",{',
  'new SDK({',
  'login(',
  'oauth2.Config{',
  'Invoke-WebRequest -Uri "',
  'Invoke-RestMethod -Headers @{',
  'eyJhbGciOi',
  'U0pDMTFQ',
  'grant_type=password&',
  'client_id: ',
  'RC_ID=x\n',
  '2026-01-01 10:00:00 INFO x: ',
  '=\n=3D',
  '{"log":{"entries":[{',
  '{"log":{"entries":[{}],',
  'JWT of a ',
  'popup a ',
  'user a ',
  'Invalid client: ',
  'The client [',
  'net::ERR_',
  'System.NullReferenceException ',
];

describe('the cost of a paste', () => {
  // Twice the text takes at most two and a half times the time, four times six and a quarter. What
  // is over in 30 ms is no cost to compare.
  it.each(units)('made of %j grows with its length', (unit) => {
    const text = filled(unit, 100_000);
    const once = costOf(text, 1);
    expect(once).toBeLessThan(500);
    const whole = once > 30 ? costOf(text, 8) : once;
    if (whole > 30) expect(whole).toBeLessThan(costOf(filled(unit, 25_000), 8) * 6.25);
  });

  it.each(['{', '"', '\n', 'a.'])('of 200 kB of %j is bounded', (unit) => {
    expect(costOf(filled(unit, 200_000), 1)).toBeLessThan(500);
  });

  it('of a million parameters, and of deep JSON, is bounded', () => {
    const parameters = `https://x.example/restapi/oauth/authorize?${filled('a=1&', 4_000_000)}`;
    expect(costOf(parameters, 1)).toBeLessThan(500);
    const deep = `${'{"error":'.repeat(500_000)}1${'}'.repeat(500_000)}`;
    expect(costOf(deep, 1)).toBeLessThan(1_000);
  });
});
