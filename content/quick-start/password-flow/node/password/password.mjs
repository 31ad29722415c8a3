// The same first call with a user's password, which runs in the sandbox only: RingCentral
// ended this grant on 31 March 2024, and no app gets it any more. Read it to see what an old
// script does, then move that script to a JWT: first-call does the same with one.
//
//   node password.mjs
//
// Needs Node 20.12 or later and no packages. The settings come from the environment,
// or from a file named .env in the folder where you start it.

//: settings
try {
  process.loadEnvFile(); // What the environment already has is left as it is.
} catch {
  // Without a .env file the environment is all there is.
}

function stop(line) {
  console.error(line);
  process.exit(1);
}

// One value has had several names over the years: the first that is set counts.
const setting = (...names) => names.map((name) => process.env[name]?.trim()).find(Boolean);
const required = (...names) =>
  setting(...names) ?? stop(`${names[0]} is missing. Set it in the environment or in .env.`);

const server = required('RC_SERVER_URL').replace(/\/+$/, '');
if (!/^https?:\/\/[^/]/.test(server) || !URL.canParse(server)) {
  stop(`RC_SERVER_URL is "${server}", which is no http or https address.`);
}
const clientId = required('RC_APP_CLIENT_ID', 'RC_CLIENT_ID', 'RINGCENTRAL_CLIENT_ID');
const clientSecret = required(
  'RC_APP_CLIENT_SECRET',
  'RC_CLIENT_SECRET',
  'RINGCENTRAL_CLIENT_SECRET',
);
// An app that keeps its users' passwords loses them all when it is broken into.
const user = {
  username: required('RC_USERNAME'), // The main number, with + and country code, or an e-mail address.
  ...(setting('RC_EXTENSION') && { extension: setting('RC_EXTENSION') }),
  password: required('RC_PASSWORD'),
};

//: server
/** What to look at, by the server's error. */
const next = {
  invalid_client: 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
  unauthorized_client:
    'At RingCentral no app may use this grant any more; the sandbox has it for apps without a user interface.',
  invalid_request: 'Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.',
  invalid_grant: 'Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.',
};

/** Where this very request is explained, as far as the server tells: the sandbox does. */
function helpIn(headers) {
  const [, help] = /<(https?:[^>\s]+)>; rel="help"/.exec(headers.get('link') ?? '') ?? [];
  return help && `Read why at ${help}`;
}

/** One request, and its JSON. A refusal ends the script with the server's own code. */
async function ask(method, path, authorization, form) {
  let response, text, body;
  try {
    response = await fetch(server + path, {
      method,
      headers: { accept: 'application/json', authorization },
      body: form && new URLSearchParams(form),
      redirect: 'manual', // A redirect could carry the secret to another host.
      signal: AbortSignal.timeout(10_000),
    });
    text = await response.text();
  } catch (error) {
    const why = error.cause?.code ?? error.name;
    stop(`${server} gave no answer (${why}). Check RC_SERVER_URL, and that the server is running.`);
  }
  const { status } = response;
  try {
    body = JSON.parse(text || '{}');
  } catch {
    body = undefined;
  }
  if (body === null || typeof body !== 'object' || (status >= 300 && status < 400)) {
    stop(`${server}${path} answered ${status}, and not in JSON. Check RC_SERVER_URL.`);
  }
  if (status >= 400) {
    const first = body.errors?.[0] ?? {};
    const code = first.errorCode ?? body.errorCode ?? body.error ?? `HTTP ${status}`;
    const message = first.message ?? body.error_description ?? body.message ?? 'It says no more.';
    const words = [`The server refused: ${code}.`, message, next[body.error]];
    stop([...words, helpIn(response.headers)].filter(Boolean).join(' '));
  }
  return body;
}

//: token
// The secret goes into the header, where logs do not look.
const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
const tokens = await ask('POST', '/restapi/oauth/token', `Basic ${basic}`, {
  grant_type: 'password',
  ...user,
});
if (typeof tokens.access_token !== 'string') stop(`The answer of ${server} holds no token.`);
console.log(
  `Signed in with a password, as only the sandbox still allows. The token is good for ${tokens.expires_in} seconds.`,
);

//: api
const path = '/restapi/v1.0/account/~/extension/~';
const extension = await ask('GET', path, `Bearer ${tokens.access_token}`);
console.log(`GET ${path}`);
console.log(`Extension ${extension.extensionNumber}: ${extension.name}, ${extension.status}`);

//: next
console.log(`
What to do next: move to a JWT where a script acts for one account. Where users sign in to
your app, let them do so themselves: authorization code with PKCE.`);
