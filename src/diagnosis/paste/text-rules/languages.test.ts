import { describe, expect, it } from 'vitest';
import { certaintyOf } from '../../finding.ts';
import { diagnosePaste } from '../diagnose-paste.ts';

const now = Date.parse('2026-11-27T12:00:00Z');
const token = 'https://platform.ringcentral.com/restapi/oauth/token';
const authorize = 'https://platform.ringcentral.com/restapi/oauth/authorize';
const account = 'https://platform.ringcentral.com/restapi/v1.0/account/~';

const wrong: [id: string, what: string, source: string][] = [
  [
    'LINT-156',
    'Go',
    `cfg := &oauth2.Config{Endpoint: oauth2.Endpoint{TokenURL: "${token}"}}\ntok, err := cfg.PasswordCredentialsToken(ctx, user, pwd)`,
  ],
  [
    'LINT-156',
    'Kotlin',
    'val form = FormBody.Builder().add("grant_type", "password").add("username", user).build()',
  ],
  ['LINT-156', 'VBA', 'body = "grant_type=password" & "&username=" & user & "&password=" & pwd'],
  [
    'LINT-151',
    'Go',
    `body, _ := json.Marshal(map[string]string{"grant_type": "refresh_token"})\nhttp.NewRequest("POST", "${token}", bytes.NewReader(body))`,
  ],
  [
    'LINT-151',
    'Kotlin',
    `val body = """{"grant_type":"refresh_token","refresh_token":"$rt"}""".toRequestBody(json)`,
  ],
  [
    'LINT-151',
    'Swift',
    `request.httpBody = try JSONSerialization.data(withJSONObject: ["grant_type": "refresh_token"])`,
  ],
  ['LINT-151', 'VBA', 'http.send "{""grant_type"":""refresh_token""}"'],
  [
    'LINT-151',
    'C#',
    `await client.PostAsJsonAsync("${token}", new { grant_type = "refresh_token" });`,
  ],
  [
    'LINT-151',
    'Rust',
    `client.post("${token}").json(&serde_json::json!({"grant_type": "refresh_token"}))`,
  ],
  [
    'LINT-257',
    'C#',
    `client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Encode($"{id}:{secret}"));\nawait client.GetAsync("${account}");`,
  ],
  [
    'LINT-256',
    'C#',
    `client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", jwt);\nawait client.GetAsync("${account}");`,
  ],
  [
    'LINT-256',
    'Swift',
    `request.setValue("Bearer \\(rcJwt)", forHTTPHeaderField: "Authorization")\nfetch("${account}")`,
  ],
  [
    'LINT-167',
    'Swift',
    `let clientSecret = "EXAMPLEsecret0001"\nlet session = ASWebAuthenticationSession(url: url)`,
  ],
  ['LINT-0A1', 'Kotlin', `webView.loadUrl("${authorize}?response_type=code&client_id=$clientId")`],
  [
    'LINT-006',
    'C#',
    `var url = $"${authorize}?response_type=code&client_id={id}&redirectUri={cb}";`,
  ],
  [
    'LINT-006',
    'Python',
    `url = ("${authorize}?response_type=code"\n  "&client_id=abcDEF123456"\n  "&redirect_url=https%3A%2F%2Fa.example%2Fcb")`,
  ],
  [
    'LINT-013',
    'Python',
    `url = f"${authorize}?response_type=code&client_id={ID}&client_secret={SECRET}&redirect_uri={CB}"`,
  ],
  [
    'LINT-046',
    'PHP',
    `$url = '${authorize}?response_type=code&client_id=' . $id . '&redirect_uri=' . $cb . '&code_challenge=' . $verifier . '&code_challenge_method=S256';`,
  ],
  [
    'LINT-020',
    'JavaScript',
    `location.href = "${authorize}?" + new URLSearchParams({ response_type: 'code', redirect_uri: encodeURIComponent(cb) });`,
  ],
];

const right: [what: string, source: string][] = [
  [
    'Go',
    `form := url.Values{}\nform.Set("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer")\nhttp.NewRequest("POST", "${token}", strings.NewReader(form.Encode()))`,
  ],
  [
    'C#',
    `var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code" });\nclient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Encode($"{id}:{secret}"));\nawait client.PostAsync("${token}", form);`,
  ],
  [
    'Java',
    `String url = base + "/restapi/oauth/authorize?response_type=code"\n  + "&client_id=" + id + "&redirect_uri=" + enc(cb)\n  + "&state=" + state + "&code_challenge=" + challenge + "&code_challenge_method=S256";`,
  ],
  [
    'Swift',
    `let url = URL(string: "${authorize}?response_type=code&client_id=\\(id)&redirect_uri=\\(cb)&state=\\(state)&code_challenge=\\(challenge)&code_challenge_method=S256")!`,
  ],
  [
    'VBA',
    `body = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer" & "&assertion=" & jwt`,
  ],
  [
    'Python',
    `url = "${authorize}?" + urlencode({"response_type": "code", "client_id": ID, "redirect_uri": CB})`,
  ],
];

describe('sources without a request, in the languages that people use', () => {
  it.each(wrong)('%s in %s', async (id, _, source) => {
    const { findings } = await diagnosePaste(source, { now });
    expect(findings.map((one) => one.id)).toContain(id);
    expect(
      findings.filter((one) => certaintyOf(one) === 'certain' && one.kind === 'wrong'),
    ).toEqual([]);
  });

  it.each(right)('nothing is wrong with what is right in %s', async (_, source) => {
    const { findings } = await diagnosePaste(source, { now });
    expect(findings.filter(({ kind }) => kind === 'wrong' || kind === 'risk')).toEqual([]);
  });
});

describe('a refusal that is over', () => {
  it.each([
    'We registered the redirect URI, and the OAU-109 is gone. Now the administrator gets OAU-105',
    'Your first error was OAU-251, we switched. Now OAU-105 comes',
  ])('stands behind the newer one: %s', async (paste) => {
    const [first] = (await diagnosePaste(paste, { now })).findings;
    expect(first?.id).toBe('OAU-105');
    expect(first && certaintyOf(first)).toBe('likely');
  });
});

it('LINT-184: what a browser says of another origin is not told by what its short address lacks', async () => {
  const paste = `Access to fetch at '${authorize}?response_type=code&client_id=abc' from origin 'https://a.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present.`;
  const [first] = (await diagnosePaste(paste, { now })).findings;
  expect(first?.id).toBe('LINT-184');
});

it('LINT-151: a request with its body is told once', async () => {
  const { findings } = await diagnosePaste(
    `curl ${token} -H 'Content-Type: application/json' -d '{"grant_type":"refresh_token"}'`,
    { now },
  );
  expect(findings.filter(({ id }) => id === 'LINT-151')).toHaveLength(1);
});
