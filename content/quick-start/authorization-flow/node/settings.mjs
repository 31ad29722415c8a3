// The settings of a program, from the environment or from the file .env beside it. Nothing in
// here is about OAuth: a project of yours has its own way to them.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

//: settings
/** What other samples and SDKs of RingCentral call the same: told, never read. */
const otherNames = {
  RC_SERVER_URL: 'RINGCENTRAL_SERVER_URL RINGCENTRAL_SERVER RC_APP_SERVER_URL',
  RC_APP_CLIENT_ID: 'RC_CLIENT_ID RINGCENTRAL_CLIENT_ID RINGCENTRAL_CLIENTID RC_APP_KEY',
  RC_APP_CLIENT_SECRET:
    'RC_CLIENT_SECRET RINGCENTRAL_CLIENT_SECRET RINGCENTRAL_CLIENTSECRET RC_APP_SECRET',
  RC_REDIRECT_URL: 'RC_REDIRECT_URI RINGCENTRAL_REDIRECT_URL RC_APP_REDIRECT_URL',
  RC_USER_JWT: 'RC_JWT RINGCENTRAL_JWT_TOKEN RINGCENTRAL_JWT',
  RC_USERNAME: 'RINGCENTRAL_USERNAME',
  RC_EXTENSION: 'RINGCENTRAL_EXTENSION',
  RC_PASSWORD: 'RINGCENTRAL_PASSWORD',
};

/** Ends the program with one line that says why. */
export function stop(line) {
  console.error(line);
  process.exit(1);
}

function readFile(path) {
  if (!existsSync(path)) return undefined;
  let bytes;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    stop(`${path} cannot be read (${error.code}).`);
  }
  if (bytes.includes(0)) stop(`${path} is UTF-16, as PowerShell 5 writes it. Save it as UTF-8.`);
  const values = {};
  for (const line of String(bytes)
    .replace('\uFEFF', '')
    .split(/\r\n?|\n/)) {
    const [, name, rest] = /^\s*(?:export\s+)?(\w+)\s*=\s*(.*)$/.exec(line) ?? [];
    const [, , quoted] = /^(["'])(.*?)\1/.exec(rest) ?? [];
    if (name) values[name] = quoted ?? rest.replace(/(^|\s)#.*$/, '').trim();
  }
  return values;
}

/** The server, the app, and the settings named here; prints the first line of the program. */
export function readSettings(program, needed, optional = []) {
  const { node } = process.versions;
  if (parseInt(node) < 20) stop(`This program needs Node 20 or later. This is Node ${node}.`);
  const folder = dirname(fileURLToPath(program));
  const path = join(folder, '.env');
  const file = readFile(path);
  const inShell = (name) => process.env[name]?.trim();
  const value = (name) => inShell(name) || file?.[name];

  const names = ['RC_SERVER_URL', 'RC_APP_CLIENT_ID', ...needed, ...optional];
  for (const name of names.filter((one) => !value(one))) {
    const other = otherNames[name].split(' ').find(value);
    if (other) stop(`${name} is missing. ${other} is set; this program reads ${name}.`);
    if (optional.includes(name)) continue;
    if (file) stop(`${name} is missing. ${path} does not set it.`);
    const near = [dirname(folder), process.cwd()].find((one) => existsSync(join(one, '.env')));
    const moved = near ? ` There is one in ${near}: move it beside the program.` : '';
    stop(`${name} is missing. There is no ${path}.${moved}`);
  }

  const server = value('RC_SERVER_URL').replace(/\/+$/, '');
  if (!/^https?:\/\/[^/]/.test(server) || !URL.canParse(server)) {
    stop(`RC_SERVER_URL is "${server}", which is no http or https address.`);
  }
  const [root] = /^https?:\/\/[^/?#]+/.exec(server);
  if (root !== server) stop(`RC_SERVER_URL is "${server}". Leave out what follows ${root}.`);
  const redirectUri = needed.includes('RC_REDIRECT_URL') ? value('RC_REDIRECT_URL') : undefined;
  const here =
    /^http:\/\/(?:localhost|127\.0\.0\.1)(?::(\d+))?\/(?!(?:login|logout|test)?$)[^?#]*$/.exec(
      redirectUri,
    );
  const port = Number(here?.[1] ?? 80);
  if (redirectUri && (!here || port < 1 || port > 65535)) {
    stop(
      `RC_REDIRECT_URL is "${redirectUri}". This program listens on this computer alone, and has pages of its own: use an address like http://localhost:5000/oauth2callback.`,
    );
  }

  const shell = names.filter(inShell).join(', ');
  const but = shell ? `${path}, but ${shell} from the environment` : path;
  const end = redirectUri ? 'Stop it with Ctrl-C.' : 'It ends by itself.';
  console.log(
    `Server ${server}, app ${value('RC_APP_CLIENT_ID')}, settings from ${file ? but : 'the environment'}. ${end}`,
  );
  return {
    ...{ server, clientId: value('RC_APP_CLIENT_ID'), clientSecret: value('RC_APP_CLIENT_SECRET') },
    ...{ redirectUri, port, jwt: value('RC_USER_JWT'), username: value('RC_USERNAME') },
    ...{ extension: value('RC_EXTENSION'), password: value('RC_PASSWORD') },
  };
}
