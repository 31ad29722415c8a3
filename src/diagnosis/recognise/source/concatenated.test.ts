import { describe, expect, it } from 'vitest';
import { concatenated } from './concatenated.ts';

const base = 'https://platform.ringcentral.com/restapi/oauth/authorize';
const url = (text: string): string | undefined => concatenated(text)[0]?.exchange?.request.url;

describe('addresses that a program puts together', () => {
  it.each([
    [
      'Java',
      `String url = "${base}?"\n    + "client_id=" + CLIENT_ID\n    + "&redirect_uri=" + enc(uri, "UTF-8");`,
      `${base}?client_id=\${CLIENT_ID}&redirect_uri=\${enc(uri, "UTF-8")}`,
    ],
    [
      'PHP',
      `$url = '${base}?client_id=' . $clientId\n  . '&state=' . $_SESSION['state'];`,
      `${base}?client_id=\${$clientId}&state=\${$_SESSION['state']}`,
    ],
    [
      'VBA',
      `url = "${base}?client_id=" & clientId & _\n  "&state=1"`,
      `${base}?client_id=\${clientId}&state=1`,
    ],
    [
      'Python, texts one below the other',
      `url = ("${base}"\n       "?client_id=abc"\n       "&state=" + state)`,
      `${base}?client_id=abc&state=\${state}`,
    ],
    ['an f-string', `url = f"${base}?client_id={CLIENT_ID}"`, `${base}?client_id=\${CLIENT_ID}`],
    ['C#', `var url = $"${base}?client_id={clientId}";`, `${base}?client_id=\${clientId}`],
    [
      'Swift',
      `let url = "${base}?client_id=\\(clientID)&state=1"`,
      `${base}?client_id=\${clientID}&state=1`,
    ],
    ['Ruby', `"${base}?client_id=#{id}"`, `${base}?client_id=\${id}`],
    ['Kotlin', `val url = "${base}?client_id=$clientId"`, `${base}?client_id=\${clientId}`],
    [
      'a host in a name',
      'fetch(base + "/restapi/oauth/authorize?client_id=" + id)',
      `${base}?client_id=\${id}`,
    ],
  ])('%s', (_, text, expected) => {
    expect(url(text)).toBe(expected);
  });

  it('a form that VBA puts together is a token request', () => {
    const [piece] = concatenated('body = "grant_type=password" & "&username=" & user');
    expect(piece?.form).toBe('form body');
    expect(piece?.exchange?.request.body).toBe('grant_type=password&username=${user}');
  });

  it('a text that stands whole is left to the other readers', () => {
    expect(concatenated(`open("${base}?client_id=abc")`)).toEqual([]);
  });
});
