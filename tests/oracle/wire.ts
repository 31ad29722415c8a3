import { createHash } from 'node:crypto';
import { CookieJar } from '../conformance/runner/cookies.ts';
import { firstForm, formBody } from '../conformance/runner/html-form.ts';
import type { DemoUser } from './account.ts';
import { type Cell, type Flow, redirectUri } from './matrix.ts';

/** What an attempt came to. */
export type Answer =
  | { kind: 'allowed'; refreshToken?: string }
  | { kind: 'refused'; code: string; error: string; place: Place }
  | { kind: 'strange'; why: string };
/** Where a refusal was told: to the app by redirect, on a page, or in the answer itself. */
export type Place = 'query' | 'fragment' | 'page' | 'body';

export interface App {
  clientId: string;
  clientSecret?: string;
}

const password = 'sandbox-password';
const verifier = 'oracle-verifier-oracle-verifier-oracle-verifier';
const challenge = createHash('sha256').update(verifier).digest('base64url');
/** The redirect carries no code, so a refusal there is known by its text. */
const texts: [text: string, code: string][] = [
  ['The client is unauthorized for the required grant type: [', 'OAU-112'],
];

interface Envelope {
  access_token?: string;
  refresh_token?: string;
  error?: string;
  errors?: { errorCode?: string }[];
}

/** One app that tries its flows, as one user. */
export class Attempts {
  readonly #origin: string;
  readonly #app: App;
  readonly #user: DemoUser;

  constructor(origin: string, app: App, user: DemoUser) {
    this.#origin = origin;
    this.#app = app;
    this.#user = user;
  }

  /** @param open the flows that may bring the refresh token which the refresh flow needs */
  async try(flow: Flow, open: readonly Flow[]): Promise<Answer> {
    switch (flow) {
      case 'auth-code':
      case 'auth-code-pkce':
        return this.#code(flow === 'auth-code-pkce');
      case 'implicit':
        return this.#authorize('token', false).then((answer) =>
          'found' in answer
            ? answer.found.has('access_token')
              ? { kind: 'allowed' }
              : strange(`no access token in ${answer.place}`)
            : answer,
        );
      case 'password':
        return this.#token({ grant_type: 'password', ...this.#login() });
      case 'jwt':
        return this.#jwt();
      case 'refresh-token':
        return this.#refresh(open);
      case 'client-credentials':
        return this.#token({ grant_type: 'client_credentials' });
    }
  }

  #login(): Record<string, string> {
    const { companyNumber, extensionNumber } = this.#user;
    return { username: companyNumber, extension: extensionNumber, password };
  }

  async #refresh(open: readonly Flow[]): Promise<Answer> {
    const [way] = open;
    const first = way === undefined ? undefined : await this.try(way, []);
    const token = (first?.kind === 'allowed' && first.refreshToken) || 'SANDBOX-REFRESH-never-made';
    return this.#token({ grant_type: 'refresh_token', refresh_token: token });
  }

  async #jwt(): Promise<Answer> {
    const { extensionNumber, companyNumber } = this.#user;
    const made = await fetch(`${this.#origin}/sandbox/api/jwt`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ extensionNumber, companyNumber, clientIds: [this.#app.clientId] }),
    });
    const { jwt } = (await made.json()) as { jwt?: string };
    if (jwt === undefined) return strange(`no JWT: ${made.status}`);
    const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
    return this.#token({ grant_type: grantType, assertion: jwt });
  }

  async #code(pkce: boolean): Promise<Answer> {
    const answer = await this.#authorize('code', pkce);
    if (!('found' in answer)) return answer;
    const code = answer.found.get('code');
    if (code === null) return strange(`no code in ${answer.place}`);
    return this.#token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      ...(pkce && { code_verifier: verifier }),
    });
  }

  async #token(form: Record<string, string>): Promise<Answer> {
    const { clientId, clientSecret } = this.#app;
    const basic = Buffer.from(`${clientId}:${clientSecret ?? ''}`).toString('base64');
    const response = await fetch(`${this.#origin}/restapi/oauth/token`, {
      method: 'POST',
      headers: clientSecret === undefined ? {} : { authorization: `Basic ${basic}` },
      body: new URLSearchParams(
        clientSecret === undefined ? { ...form, client_id: clientId } : form,
      ),
    });
    return envelope(response.status, (await response.json()) as Envelope);
  }

  async #authorize(
    responseType: 'code' | 'token',
    pkce: boolean,
  ): Promise<Answer | { found: URLSearchParams; place: Place }> {
    const jar = new CookieJar();
    const query = new URLSearchParams({
      response_type: responseType,
      client_id: this.#app.clientId,
      redirect_uri: redirectUri,
      state: 'oracle',
      ...(pkce && { code_challenge: challenge, code_challenge_method: 'S256' }),
    });
    let response = await this.#get(`/restapi/oauth/authorize?${query.toString()}`, jar);
    // Sign-in, then consent: each form's own first button.
    for (let form = 0; form < 2 && response.status === 200; form += 1) {
      response = await this.#press(await response.text(), jar);
    }
    const location = response.headers.get('location');
    if (location !== null) return readLocation(location);
    const text = await response.text();
    if (response.headers.get('content-type')?.startsWith('application/json') === true) {
      return {
        ...envelope(response.status, JSON.parse(text) as Envelope),
        place: 'page',
      } as Answer;
    }
    const code = /(?:OAU|CMN|SANDBOX)-[A-Z0-9-]*\d/.exec(text)?.[0];
    return code === undefined
      ? strange(`${response.status} and no code on the page`)
      : { kind: 'refused', code, error: '', place: 'page' };
  }

  async #get(path: string, jar: CookieJar): Promise<Response> {
    const response = await fetch(this.#origin + path, {
      headers: { accept: 'application/json, text/html;q=0.5', cookie: jar.header() ?? '' },
      redirect: 'manual',
    });
    jar.keep(response);
    return response;
  }

  async #press(page: string, jar: CookieJar): Promise<Response> {
    const form = firstForm(page);
    if (!form) throw new Error('the page has no form');
    const { companyNumber, extensionNumber } = this.#user;
    const response = await fetch(new URL(form.action, this.#origin), {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: jar.header() ?? '',
        origin: this.#origin,
      },
      body: formBody(form, undefined, { user: `${companyNumber}*${extensionNumber}` }),
      redirect: 'manual',
    });
    jar.keep(response);
    const next = response.headers.get('location');
    return next?.startsWith('/') ? this.#get(next, jar) : response;
  }
}

function strange(why: string): Answer {
  return { kind: 'strange', why };
}

function envelope(status: number, body: Envelope): Answer {
  if (status === 200 && body.access_token !== undefined) {
    const { refresh_token: refreshToken } = body;
    return { kind: 'allowed', ...(refreshToken !== undefined && { refreshToken }) };
  }
  const code = body.errors?.[0]?.errorCode;
  if (status < 400 || code === undefined) return strange(`${status} ${JSON.stringify(body)}`);
  return { kind: 'refused', code, error: body.error ?? '', place: 'body' };
}

function readLocation(location: string): Answer | { found: URLSearchParams; place: Place } {
  const [address = '', fragment] = location.split('#');
  const [uri, query] = address.split('?');
  if (uri !== redirectUri) return strange(`sent to ${location}`);
  const place = fragment === undefined ? 'query' : 'fragment';
  const found = new URLSearchParams(fragment ?? query);
  if (found.get('state') !== 'oracle') return strange('state did not come back');
  const error = found.get('error');
  if (error === null) return { found, place };
  const description = found.get('error_description') ?? '';
  const code = texts.find(([text]) => description.startsWith(text))?.[1];
  return code === undefined
    ? strange(`${error}: ${description}`)
    : { kind: 'refused', code, error, place };
}

/** RFC 6749's word for each code, as RingCentral's answers have it. */
const errorOf: Record<string, string> = {
  'OAU-112': 'unauthorized_client',
  'OAU-113': 'invalid_client',
  'OAU-168': 'invalid_grant',
  'OAU-213': 'invalid_grant',
  'OAU-251': 'unauthorized_client',
  'SANDBOX-USER-3': 'invalid_grant',
};

/** The flows by which a refresh token may come, the recommended one first. */
const bringRefresh = ['auth-code-pkce', 'auth-code', 'password', 'jwt'] as const;

/** The flows that this app may use to come by a refresh token. */
export function openWays(cells: Record<Flow, Cell>): Flow[] {
  return bringRefresh.filter((flow) => cells[flow].bySettings !== 'refused');
}

/** Why an answer is not what the oracle says, or nothing where it is. */
export function differs(flow: Flow, cells: Record<Flow, Cell>, answer: Answer): string | undefined {
  const { bySettings, code } = cells[flow];
  // The grant is there, and nothing can bring the token that it takes.
  const nothingToRefresh = flow === 'refresh-token' && openWays(cells).length === 0;
  const expected = bySettings === 'refused' ? code : nothingToRefresh ? 'OAU-213' : undefined;
  const seen = answer.kind === 'refused' ? answer.code : answer.kind;
  if (answer.kind === 'strange') return `strange: ${answer.why}`;
  if (seen !== (expected ?? 'allowed')) return `oracle ${expected ?? 'allowed'}, wire ${seen}`;
  if (answer.kind !== 'refused') return undefined;
  const error = errorOf[answer.code];
  if (answer.error !== '' && error !== undefined && answer.error !== error) {
    return `${answer.code} with error ${answer.error}`;
  }
  if (answer.code === 'OAU-112') {
    const place = flow === 'implicit' ? 'fragment' : 'query';
    if (answer.place !== place) return `OAU-112 told in the ${answer.place}, not the ${place}`;
  }
  return undefined;
}
