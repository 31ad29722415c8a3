import { describe, expect, it } from 'vitest';
import { placeOf } from './place-of.ts';

const rows: [parameter: string, text: string, place: string][] = [
  ['code', 'grant_type=authorization_code&code=TEST1&code_verifier=x', 'code=TEST1'],
  ['state', 'https://a.example/restapi?response_type=code&state=abc#', 'state=abc#'],
  [
    'Authorization',
    'GET / HTTP/1.1\nHost: a\nauthorization: Basic abc\n',
    'authorization: Basic abc',
  ],
  ['Authorization', `curl -H 'Authorization: Bearer abc' https://a`, 'Authorization: Bearer abc'],
  ['token_type', '{"access_token":"x","token_type":"mac"}', '"token_type":"mac"'],
  ['expires_in', "{'expires_in' => '3600'}", "'expires_in' => '3600'"],
  ['devtest', 'https://platform.devtest.ringcentral.com/', 'devtest'],
  ['redirect_uri', 'nothing of it', 'nothing of it'],
  ['', 'all', 'all'],
];

describe('the place of a parameter', () => {
  it.each(rows)('%s in %s', (parameter, text, place) => {
    const before = 'Dear all,\n';
    const whole = `${before}${text}\nThanks`;
    const range = { from: before.length, to: before.length + text.length };
    const found = placeOf(whole, parameter, range);
    expect(whole.slice(found.from, found.to)).toBe(place);
  });
});
