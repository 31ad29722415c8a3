import { type AppSettings, clientType } from '#app-settings/app.ts';
import type { FlowName } from '#flows/ids.ts';
import { readBasic } from '#protocol/basic.ts';
import { encodeBase64Url } from '#protocol/base64url.ts';
import type { Exchange, ExchangeRequest, Headers } from '#protocol/exchange.ts';
import { errorCodeOf, formOf, headerOf, queryOf } from '#protocol/exchange-parts.ts';
import { makeBasic } from '#protocol/make-basic.ts';
import { s256Challenge } from '#protocol/pkce.ts';
import { logInRequest } from '../proof/log-in.ts';
import { makeApp } from '../proof/make-app.ts';
import type { MadeApp } from '../proof/plan.ts';
import { demoPassword, demoUser, pressThrough } from '../proof/press-through.ts';
import type { ProofTools } from '../proof/tools.ts';
import type { Answer } from './answers.ts';
import { appLike } from './app-like.ts';
import { type Assumed, type Condition, conditionOf } from './conditions.ts';
import { plainParameters } from './safe-text.ts';

/** The same request as the sandbox got it, and what it answered. */
export interface AskedSandbox {
  kind: 'asked';
  request: ExchangeRequest;
  answer: Answer;
  /** Values that were the sandbox's own, by the name of the parameter. */
  replaced: string[];
  assumed: Assumed;
}

export type Asked = AskedSandbox | { kind: 'cannot'; why: string };

interface Beside {
  /** The app's settings, where they are known. */
  settings?: AppSettings | undefined;
  /** What the authorization request carried that led to the exchange; empty where it is not known. */
  authorized: ReadonlyMap<string, string>;
}

type Kind = 'token' | 'revoke' | 'api' | 'return';

/** What is asked for, by what it carries: another server has other paths. */
function kindOfRequest(real: Exchange): Kind | undefined {
  if (real.to === 'app') return 'return';
  if (real.to === 'api') return 'api';
  const form = formOf(real);
  if (form.has('grant_type') || real.request.url.includes('/token')) return 'token';
  return form.has('token') || real.request.url.includes('/revoke') ? 'revoke' : undefined;
}

const jwtGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

function flowOf(
  kind: Kind,
  form: ReadonlyMap<string, string>,
  sent: ReadonlyMap<string, string>,
): FlowName {
  if (kind === 'api') return 'call-the-api';
  if (kind === 'revoke') return 'revocation';
  if (kind === 'return') return sent.has('code_challenge') ? 'auth-code-pkce' : 'auth-code';
  const grant = form.get('grant_type');
  if (grant === 'refresh_token') return 'refresh-token';
  if (grant === jwtGrant) return 'jwt';
  if (grant === 'password') return 'password';
  return form.has('code_verifier') ? 'auth-code-pkce' : 'auth-code';
}

const isBasic = (real: Exchange): boolean =>
  /^basic /i.test(headerOf(real.request.headers, 'authorization') ?? '');

function codeOf(real: Exchange): string | undefined {
  if (real.to === 'app') {
    const [, text = ''] = real.request.url.split(/[?#](.*)/s);
    return new URLSearchParams(text.replace('#', '&')).get('error') ?? undefined;
  }
  const { status = 0, body } = real.response ?? {};
  return status >= 400 ? errorCodeOf(body) : undefined;
}

/** One question to the sandbox: an app for it, its values, and the request. */
class Question {
  readonly replaced = new Set<string>();
  readonly #real: Exchange;
  readonly #tools: ProofTools;
  readonly #app: MadeApp;
  readonly #settings: AppSettings;
  readonly #condition: Condition;
  readonly #authorized: ReadonlyMap<string, string>;
  readonly #verifier: string;

  constructor(
    real: Exchange,
    tools: ProofTools,
    app: MadeApp,
    settings: AppSettings,
    condition: Condition,
    authorized: ReadonlyMap<string, string>,
  ) {
    this.#real = real;
    this.#tools = tools;
    this.#app = app;
    this.#settings = settings;
    this.#condition = condition;
    this.#authorized = authorized;
    this.#verifier = encodeBase64Url(tools.random.bytes(32));
  }

  get #clientId(): string {
    return this.#condition.client === 'unknown' ? 'no-such-app' : this.#app.clientId;
  }

  get #secret(): string {
    const own = this.#app.clientSecret ?? 'none';
    return this.#condition.client === 'secret' ? `${own}x` : own;
  }

  get #callback(): string {
    return this.#app.redirectUris[0] ?? `${this.#tools.origin}/callback/`;
  }

  /** The sign-in's pages, and where the browser ends. */
  async signIn(decision: 'allow' | 'deny' = 'allow'): Promise<string> {
    const { origin } = this.#tools;
    const sent = this.#authorized;
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: this.#app.clientId,
      redirect_uri: this.#callback,
      state: 'comparison',
    });
    for (const name of ['scope', 'prompt', 'display', 'ui_locales', 'nonce']) {
      const value = sent.get(name);
      if (value !== undefined) query.set(name, value);
    }
    if (sent.has('code_challenge') || formOf(this.#real).has('code_verifier')) {
      query.set('code_challenge', await s256Challenge(this.#verifier));
      query.set('code_challenge_method', 'S256');
    }
    const url = `${origin}/restapi/oauth/authorize?${query}`;
    const first = await this.#tools.send({ method: 'GET', url, headers: [] }, 'browser');
    return (await pressThrough(first, this.#tools, decision)).url;
  }

  async #logIn(): Promise<Record<string, string>> {
    const run = { app: this.#settings, flow: 'call-the-api' as const };
    const mint = () => this.#mint({});
    const request = await logInRequest(run, this.#app, this.#tools, mint);
    const { body } = await this.#tools.send(request, 'app');
    try {
      return JSON.parse(body) as Record<string, string>;
    } catch {
      return {};
    }
  }

  async #mint(more: Record<string, unknown>): Promise<string> {
    const made = await this.#tools.control('POST', 'jwt', { extensionNumber: '101', ...more });
    return (made as { jwt: string }).jwt;
  }

  async #act(act: 'expire-access-tokens' | 'revoke-sessions'): Promise<void> {
    const path = `apps/${encodeURIComponent(this.#app.clientId)}/acts`;
    await this.#tools.control('POST', path, { act });
  }

  async #code(): Promise<string> {
    if (this.#condition.code === 'unknown') return 'SANDBOX-CODE-that-nobody-made';
    const code = new URL(await this.signIn()).searchParams.get('code') ?? 'none';
    if (this.#condition.code === 'over') await this.#tools.later(2);
    return code;
  }

  async #refreshToken(): Promise<string> {
    const { refreshToken } = this.#condition;
    if (refreshToken === 'unknown') return 'a-token-that-nobody-made';
    const { refresh_token: token = 'none' } = await this.#logIn();
    if (refreshToken === 'revoked') await this.#act('revoke-sessions');
    if (refreshToken === 'over') await this.#tools.later(2);
    return token;
  }

  async #assertion(): Promise<string> {
    const { assertion } = this.#condition;
    if (assertion === 'no JWT') return 'no-jwt';
    const jwt = await this.#mint(
      assertion === 'of other apps' ? { clientIds: ['another-app'] } : {},
    );
    return assertion === 'changed' ? `${jwt.slice(0, -4)}AAAA` : jwt;
  }

  async accessToken(): Promise<string> {
    const { accessToken } = this.#condition;
    if (accessToken === 'garbage') return 'no-token';
    const { access_token: token = 'none' } = await this.#logIn();
    if (accessToken === 'over') await this.#act('expire-access-tokens');
    if (accessToken === 'revoked') await this.#act('revoke-sessions');
    return token;
  }

  /** Whether the verifier that was sent belongs to the challenge of its sign-in. */
  async #hasOwnVerifier(sent: string): Promise<boolean> {
    const challenge = this.#authorized.get('code_challenge');
    if (challenge === undefined || this.#authorized.get('code_challenge_method') !== 'S256')
      return true;
    return (await s256Challenge(sent)) === challenge;
  }

  /** A value of the sandbox's own in the place of one that is the reader's. */
  async #valueFor(name: string, sent: string): Promise<string> {
    // What is empty, or a word of the protocol, is sent as it is: it may be the very cause.
    if (sent === '' || plainParameters.has(name)) return sent;
    this.replaced.add(name);
    switch (name) {
      case 'client_id':
        return this.#clientId;
      case 'client_secret':
        return this.#secret;
      case 'redirect_uri': {
        const began = this.#authorized.get('redirect_uri');
        const differs =
          this.#condition.redirectUri === 'another' || (began !== undefined && began !== sent);
        return differs ? `${this.#callback}another` : this.#callback;
      }
      case 'code':
        return this.#code();
      case 'code_verifier':
        return (await this.#hasOwnVerifier(sent))
          ? this.#verifier
          : `${this.#verifier.slice(0, -1)}_`;
      case 'refresh_token':
        return this.#refreshToken();
      case 'assertion':
        return this.#assertion();
      case 'token':
        return this.accessToken();
      case 'username':
        return demoUser;
      case 'password':
        return this.#condition.user === 'password' ? 'wrong' : demoPassword;
      case 'extension':
        return '101';
      default:
        return 'x';
    }
  }

  async pairs(sent: ReadonlyMap<string, string>): Promise<URLSearchParams> {
    const made = new URLSearchParams();
    for (const [name, value] of sent) made.append(name, await this.#valueFor(name, value));
    return made;
  }

  /** The same scheme with a credential of the sandbox's own; a header that nobody can read stays one. */
  async authorization(): Promise<Headers> {
    const sent = headerOf(this.#real.request.headers, 'authorization');
    if (sent === undefined) return [];
    this.replaced.add('Authorization');
    const [scheme = ''] = sent.split(' ');
    if (this.#real.to === 'api')
      return [['authorization', `${scheme} ${await this.accessToken()}`]];
    if (!isBasic(this.#real)) return [['authorization', `${scheme} x`]];
    return readBasic(sent).kind === 'basic'
      ? [['authorization', makeBasic(this.#clientId, this.#secret)]]
      : [['authorization', 'Basic !!']];
  }

  /** The same request, with the sandbox's address and values. */
  async request(kind: Exclude<Kind, 'return'>): Promise<ExchangeRequest> {
    const { origin } = this.#tools;
    const { method, body, headers } = this.#real.request;
    const contentType = headerOf(headers, 'content-type');
    const shared: Headers = [...(await this.authorization())];
    if (kind === 'api') return { method, url: `${origin}${apiPath(this.#real)}`, headers: shared };
    const query = await this.pairs(queryOf(this.#real));
    const form = await this.pairs(formOf(this.#real));
    const isForm = contentType === undefined || /urlencoded/i.test(contentType);
    return {
      method,
      url: `${origin}/restapi/oauth/${kind}${query.size > 0 ? `?${query}` : ''}`,
      headers: [
        ...(contentType === undefined ? [] : [['content-type', contentType] as [string, string]]),
        ...shared,
      ],
      ...(body === undefined
        ? {}
        : { body: isForm ? form.toString() : JSON.stringify(Object.fromEntries(form)) }),
    };
  }
}

/** The path of a call, with ~ where it names somebody's own. */
function apiPath({ request }: Exchange): string {
  const path = request.url.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? '';
  return path.replaceAll(/\/(account|extension)\/\d+/g, '/$1/~');
}

const policyOf = ({ code, refreshToken, rate }: Condition): Record<string, unknown> | undefined => {
  if (code === 'over') return { codeLifetimeSeconds: 1 };
  if (refreshToken === 'over') return { refreshTokenLifetimeSeconds: 1 };
  return rate ? { rateLimit: true } : undefined;
};

async function ask(
  question: Question,
  kind: Kind,
  code: string | undefined,
  tools: ProofTools,
  condition: Condition,
) {
  if (kind === 'return') {
    const url = await question.signIn(code === 'access_denied' ? 'deny' : 'allow');
    question.replaced.add('the sign-in');
    const request: ExchangeRequest = { method: 'GET', url, headers: [] };
    return { request, answer: { headers: [['location', url]] satisfies Headers } };
  }
  const request = await question.request(kind);
  let answer = await tools.send(request, 'app');
  for (let more = condition.rate ? 5 : 0; more > 0; more -= 1)
    answer = await tools.send(request, 'app');
  const { status, headers, body } = answer;
  return { request, answer: { status, headers, body } };
}

/**
 * Asks the sandbox what a real server was asked: the same parameters, with an app, a user, codes and
 * tokens of the sandbox's own in the place of the reader's, in the situation that the real answer
 * tells of. Nothing of the reader's leaves for it, and the app is gone afterwards.
 *
 * @param real an exchange with a real server that was answered
 */
export async function askSandbox(
  real: Exchange,
  { settings, authorized }: Beside,
  tools: ProofTools,
): Promise<Asked> {
  const kind = kindOfRequest(real);
  if (kind === undefined)
    return { kind: 'cannot', why: 'The sandbox has no endpoint for this request.' };
  if (kind === 'return' && authorized.get('response_type') === 'token') {
    return {
      kind: 'cannot',
      why: 'Implicit answers after the # of an address, and this page cannot read that address of its own sandbox. Run the flow in the playground.',
    };
  }
  const code = codeOf(real);
  const assumed = conditionOf(code, kind === 'token' || kind === 'api' ? kind : 'other');
  const condition = assumed.kind === 'condition' ? assumed.condition : { words: '' };
  const form = formOf(real);
  const hasSecret = settings
    ? clientType(settings) === 'confidential'
    : isBasic(real) || form.has('client_secret');
  const like = appLike(flowOf(kind, form, authorized), hasSecret, settings, condition);
  const app = await makeApp(like, 'Comparison with a real server', tools);
  const own = encodeURIComponent(app.clientId);
  try {
    const policy = policyOf(condition);
    if (policy) await tools.control('PUT', `policy?clientId=${own}`, policy);
    const question = new Question(real, tools, app, like, condition, authorized);
    const { request, answer } = await ask(question, kind, code, tools, condition);
    return { kind: 'asked', request, answer, replaced: [...question.replaced], assumed };
  } finally {
    await tools.control('DELETE', `apps/${own}`);
  }
}
