import { cannotTell, certain, family, likely } from '../family.ts';
import { clientId, clientSecret, jwt, jwtExpired, password } from '../fake.ts';
import { classicJob, jwtApp, pageApp, webApp } from '../settings.ts';

/** The source of the call that signs in, often with nothing else. */
export const loginSources = family('source of a login', [
  {
    id: 'source-js-option-names',
    paste: `const rcsdk = new SDK({ server: 'https://platform.ringcentral.com', clientid: '${clientId}', clientsecret: process.env.RC_SECRET });
await rcsdk.platform().login({ jwt: process.env.RC_JWT });
// Basic authentication header is missing or malformed`,
    ...certain(['OAU-123', 'LINT-173', 'LINT-006', 'OAU-153', 'LINT-174'], /clientId/),
    source: 'ringcentral/ringcentral-js#115',
  },
  {
    id: 'source-js-app-key-of-old-sdk',
    paste: `var rcsdk = new RingCentral.SDK({ server: RingCentral.SDK.server.production, appKey: '${clientId}', appSecret: '…' });
// @ringcentral/sdk 5.0.11: "Client authentication is required"`,
    ...likely(['OAU-123', 'LINT-173', 'LINT-006', 'LINT-174'], /clientId/),
  },
  {
    id: 'source-js-password-login',
    paste: `platform.login({ username: '+12025550117', extension: '101', password: '${password}' })
  .catch(e => console.error(e.message));   // Unauthorized for this grant type`,
    settings: classicJob,
    secrets: [password],
    people: ['+12025550117'],
    ...certain(['X12', 'OAU-251', 'LINT-156'], /JWT/),
  },
  {
    id: 'source-js-password-no-error-told',
    paste: `const platform = rcsdk.platform();
await platform.login({ username: process.env.RC_USER, extension: '101', password: process.env.RC_PASS });`,
    ...likely(['LINT-156', 'X12'], /JWT|ended|31 March 2024/),
  },
  {
    id: 'source-js-implicit',
    paste: `const loginUrl = platform.loginUrl({ redirectUri: 'https://spa.example.com/', implicit: true });
window.location.assign(loginUrl);
// comes back with #error=unauthorized_client`,
    settings: pageApp,
    ...certain(['LINT-012', 'OAU-112', 'M1', 'M2', 'OAU-152'], /usePKCE|PKCE/),
  },
  {
    id: 'source-js-verifier-lost-over-redirect',
    paste: `const rcsdk = new SDK({ server, clientId, redirectUri });
const platform = rcsdk.platform();
if (location.search.includes('code=')) {
  platform.login(platform.parseLoginRedirect(location.search));   // {"error":"invalid_grant"}
} else {
  location.assign(platform.loginUrl({ usePKCE: true, state }));
}`,
    settings: pageApp,
    ...likely(['LINT-160', 'SANDBOX-PKCE-1', 'LINT-165'], /codeVerifier|code_verifier|verifier/),
    source: 'ringcentral/ringcentral-js#151',
  },
  {
    id: 'source-js-secret-in-page',
    paste: `<script>
const rcsdk = new RingCentral.SDK({
  server: 'https://platform.ringcentral.com',
  clientId: '${clientId}',
  clientSecret: '${clientSecret}',
});
rcsdk.platform().login({ jwt: '${jwt}' });
</script>`,
    secrets: [clientSecret, jwt],
    ...certain(
      ['LINT-167', 'LINT-301', 'LINT-302', 'LINT-256', 'X18', 'LINT-181'],
      /page|browser|secret/,
    ),
  },
  {
    id: 'source-js-jwt-with-spaces',
    paste: `await platform.login({ jwt: \`${jwt.slice(0, 60)}
    ${jwt.slice(60)}\` });
// Invalid assertion signature`,
    settings: jwtApp,
    secrets: [jwt.slice(0, 60), jwt.slice(60)],
    ...certain(['LINT-179', 'OAU-345', 'OAU-331'], /line|space/),
  },
  {
    id: 'source-js-jwt-as-token',
    paste: `const res = await fetch('https://platform.ringcentral.com/restapi/v1.0/account/~/extension/~/sms', {
  method: 'POST',
  headers: { Authorization: \`Bearer \${process.env.RC_JWT}\`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ from: { phoneNumber: '+12025550117' }, to: [{ phoneNumber: '+12025550128' }], text: 'hi' }),
});
// 401 OAuth token is invalid`,
    people: ['+12025550117', '+12025550128'],
    ...certain(['LINT-256', 'OAU-149'], /JWT/),
  },
  {
    id: 'source-js-login-in-loop',
    paste: `for (const row of rows) {
  const platform = new SDK({ server, clientId, clientSecret }).platform();
  await platform.login({ jwt });
  await platform.post('/restapi/v1.0/account/~/extension/~/sms', sms(row));
}
// after five rows: Request rate exceeded`,
    ...certain(['LINT-309', 'CMN-301', 'LINT-223'], /outside|once|keep/),
  },
  {
    id: 'source-python-json',
    paste: `r = requests.post("https://platform.ringcentral.com/restapi/oauth/token",
    auth=(CLIENT_ID, CLIENT_SECRET),
    json={"grant_type": "authorization_code", "code": code, "redirect_uri": REDIRECT})
print(r.status_code)  # 400`,
    ...certain(['LINT-151', 'OAU-250'], /data=|form|JSON/),
  },
  {
    id: 'source-python-grant-jwt-short',
    paste: `payload = {"grant_type": "jwt", "assertion": JWT}
requests.post(TOKEN_URL, data=payload, auth=(cid, csec))`,
    ...certain(['LINT-155', 'OAU-250'], /urn:ietf:params:oauth:grant-type:jwt-bearer/),
  },
  {
    id: 'source-python-server-slash-devtest',
    paste: `rcsdk = SDK('${clientId}', os.environ['RC_SECRET'], 'https://platform.devtest.ringcentral.com')
platform = rcsdk.platform()
platform.login(jwt=os.environ['RC_JWT'])`,
    ...likely(['LINT-050', 'LINT-175', 'OAU-165'], /devtest|sandbox|platform\.ringcentral\.com/),
  },
  {
    id: 'source-php-guzzle-auth-missing',
    paste: `$client->post('https://platform.ringcentral.com/restapi/oauth/token', [
    'form_params' => [
        'grant_type' => 'authorization_code',
        'code' => $_GET['code'],
        'redirect_uri' => 'https://app.example.com/oauth/callback',
    ],
]);   // 400 Client authentication is required`,
    settings: webApp,
    ...certain(['LINT-173', 'OAU-123'], /auth|Basic/),
  },
  {
    id: 'source-php-sdk-arguments-swapped',
    paste: `$rcsdk = new RingCentral\\SDK\\SDK('https://platform.ringcentral.com', '${clientId}', 'EXAMPLEsecretNotReal0000000000000001');
// SDK::__construct($clientId, $clientSecret, $server)
// Invalid client: https`,
    secrets: ['EXAMPLEsecretNotReal0000000000000001'],
    ...certain(['OAU-153', 'LINT-170', 'LINT-169'], /order|argument|first/),
  },
  {
    id: 'source-csharp-authorize-password',
    paste: `var rc = new RestClient(clientId, clientSecret, RestClient.ProductionServer);
await rc.Authorize(userName, extension, password);`,
    ...likely(['LINT-156', 'X12'], /JWT|ended|31 March 2024/),
  },
  {
    id: 'source-csharp-key-value-json',
    paste: `var content = new StringContent("{\\"grant_type\\":\\"refresh_token\\",\\"refresh_token\\":\\"" + rt + "\\"}", Encoding.UTF8, "application/json");
var resp = await http.PostAsync("https://platform.ringcentral.com/restapi/oauth/token", content);
// {"error":"invalid_request","errors":[{"errorCode":"OAU-250","message":"Unsupported grant type"}]}`,
    ...certain(['LINT-151', 'OAU-250'], /FormUrlEncodedContent|form|JSON/),
  },
  {
    id: 'source-java-authorize-three-arguments',
    paste: `RestClient rc = new RestClient(clientId, clientSecret, "https://platform.ringcentral.com");
rc.authorize("+12025550128", "102", "${password}");
// OAU-251`,
    secrets: [password],
    people: ['+12025550128'],
    ...certain(['OAU-251', 'LINT-156', 'X12', 'LINT-212'], /JWT|ended/),
  },
  {
    id: 'source-ruby-jwt-expired-in-source',
    paste: `rc = RingCentral.new(ENV['ID'], ENV['SECRET'], 'https://platform.ringcentral.com')
rc.authorize(jwt: '${jwtExpired}')
# worked all year`,
    secrets: [jwtExpired],
    ...certain(['LINT-180', 'SANDBOX-JWT-4'], /expire/),
  },
  {
    id: 'source-apps-script-service',
    paste: `function getService() {
  return OAuth2.createService('rc')
    .setAuthorizationBaseUrl('https://platform.ringcentral.com/restapi/oauth/authorize')
    .setTokenUrl('https://platform.ringcentral.com/restapi/oauth/token')
    .setClientId('${clientId}')
    .setClientSecret('${clientSecret}')
    .setCallbackFunction('authCallback');
}
// Error retrieving token: invalid_client, Client authentication is required (line 605, file "Service")`,
    settings: webApp,
    secrets: [clientSecret],
    ...certain(['LINT-173', 'OAU-123'], /Basic|Authorization|setTokenHeaders/),
    source: 'googleworkspace/apps-script-oauth2#129',
  },
  {
    id: 'source-go-oauth2-config',
    paste: `conf := &oauth2.Config{ClientID: id, ClientSecret: secret, RedirectURL: "http://localhost:8080/callback",
  Endpoint: oauth2.Endpoint{AuthURL: base + "/restapi/oauth/authorize", TokenURL: base + "/restapi/oauth/token"}}
oauth2: cannot fetch token: 400 Bad Request
Response: {"error":"invalid_redirect_uri","errors":[{"errorCode":"OAU-109","message":"Redirect URIs do not match"}]}`,
    ...certain(['OAU-109', 'LINT-159', 'LINT-019'], /redirect/),
  },
  {
    id: 'source-webview-android',
    paste: `WebView webView = findViewById(R.id.web);
webView.loadUrl("https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=" + CLIENT_ID + "&redirect_uri=com.example.phone:/oauth");`,
    ...likely(['LINT-0A1', 'LINT-040', 'LINT-030'], /system browser|Custom Tab|web ?view|PKCE/),
  },
  {
    id: 'source-local-storage-token',
    paste: `platform.on(platform.events.loginSuccess, async () => {
  localStorage.setItem('rc_tokens', JSON.stringify(await platform.auth().data()));
});`,
    ...certain(['LINT-301'], /localStorage|script/),
  },
  {
    id: 'source-post-message-star',
    paste: `// redirect.html
window.opener.postMessage({ accessToken: params.get('access_token') }, '*');`,
    ...certain(['LINT-306'], /\*|origin/),
  },
  {
    id: 'source-nothing-of-the-login',
    paste: `app.get('/calls', async (req, res) => {
  const records = await getCalls(req.session.user);
  res.render('calls', { records });
});
// "not authorized"`,
    ...cannotTell(/login|sign-in|no answer|does not/, /login|sign|answer|getCalls|error/),
  },
]);
