// One user's sign-in with RingCentral: authorization code with PKCE. Copy this file into your
// project. It prints nothing, ends nothing, and holds nothing of other users.
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

//: problem
/** `kind`: state, denied, refused, answer, unreachable or ended. A refusal has the server's `code`. */
export class OAuthError extends Error {
  constructor(kind, title, why, more) {
    super(`${title}. ${why}`);
    Object.assign(this, more, { kind, title, why });
  }
}

const randomText = () => randomBytes(32).toString('base64url');

export class OAuth {
  #settings;
  #save;
  #refreshing;
  /** `save` is given what to keep of this user whenever it changes, `kept` is what it was given last. */
  constructor({ server, clientId, clientSecret, redirectUri }, save = () => {}, kept = {}) {
    this.#settings = { server, clientId, clientSecret, redirectUri };
    this.#save = save;
    Object.assign(this, { pending: kept.pending, tokens: kept.tokens });
  }
  async #keep(change) {
    Object.assign(this, change);
    await this.#save({ pending: this.pending, tokens: this.tokens });
  }

  //: sign in
  /** Where to send the browser. State and verifier stay here; only the verifier's hash leaves. */
  async start() {
    const { server, clientId, redirectUri } = this.#settings;
    const pending = { state: randomText(), verifier: randomText() };
    await this.#keep({ pending });
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      state: pending.state,
      code_challenge: createHash('sha256').update(pending.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    return `${server}/restapi/oauth/authorize?${query}`;
  }

  //: callback
  /** The browser is back: compares, then exchanges the code. `query` is a URLSearchParams. */
  async finish(query) {
    const { server, redirectUri: redirect_uri } = this.#settings;
    const { state, verifier: code_verifier } = this.pending ?? {};
    const { code, error, error_description: said, iss, state: given } = Object.fromEntries(query);
    if (!state || given !== state) {
      const why = `Its state is not the one that this browser was given: it was used before, this program was restarted, or somebody else began it. Its code is not used. Sign in again.`;
      throw new OAuthError('state', 'This answer belongs to no sign-in of yours', why);
    }
    await this.#keep({ pending: undefined }); // Good once.
    if (iss && iss !== server) {
      const why = `It is from ${iss}, and the sign-in began at ${server}. Its code is not used. Sign in again.`;
      throw new OAuthError('state', 'This answer comes from another server', why);
    }
    if (error) {
      const denied = error === 'access_denied';
      const title = denied ? 'Access was refused' : 'The server refused the sign-in';
      const why = `${(said || 'It says no more').replace(/\.$/, '')}. Sign in again when you want to.`;
      throw new OAuthError(denied ? 'denied' : 'refused', `${title}: ${error}`, why, { error });
    }
    if (!code) throw new OAuthError('state', 'No code came back', 'Sign in again.');
    // The code alone is worth nothing, and the redirect URI has to be the same as before.
    await this.exchange({ grant_type: 'authorization_code', code, redirect_uri, code_verifier });
  }

  //: token
  /** Exchanges a grant for tokens. Both are replaced together: a refresh token is spent by its use. */
  async exchange(form) {
    const answer = await this.#askAsApp('/restapi/oauth/token', form);
    const { access_token: access, refresh_token: refresh, token_type: type = 'bearer' } = answer;
    const seconds = Number(answer.expires_in);
    if (typeof access !== 'string' || !(seconds > 0) || !/^bearer$/i.test(type)) {
      const why = `Check that ${this.#settings.server} is the right server.`;
      throw new OAuthError('answer', 'The answer holds no token', why);
    }
    const expiresAt = Date.now() + seconds * 1000;
    await this.#keep({ tokens: { access, refresh, expiresAt, owner: answer.owner_id } });
  }

  //: refresh
  /** Requests that find the token old at the same time share one refresh. */
  async #refresh(used) {
    if (this.tokens?.access !== used) return; // Another request has refreshed meanwhile.
    const form = { grant_type: 'refresh_token', refresh_token: this.tokens.refresh };
    this.#refreshing ??= this.exchange(form).finally(() => (this.#refreshing = undefined));
    await this.#refreshing.catch((error) => {
      // Only this answer means that the tokens are dead. A server that is down may come back.
      if (error.error !== 'invalid_grant') throw error;
      return this.#end(`It was revoked, or it lasted too long. ${error.title}. Sign in again.`);
    });
  }
  async #end(why) {
    await this.#keep({ tokens: undefined });
    throw new OAuthError('ended', 'Your sign-in has ended', why);
  }

  //: api
  /** GETs a path: refreshes a minute before the token's end, and tries once more after a 401. */
  async call(path, mayRefresh = true) {
    const { access, refresh, expiresAt } = this.tokens ?? {};
    if (!access) throw new OAuthError('ended', 'You are signed out', 'Sign in first.');
    if (!refresh || !mayRefresh || Date.now() < expiresAt - 60_000) {
      try {
        return await this.#ask('GET', path, { authorization: `Bearer ${access}` });
      } catch (error) {
        if (error.status !== 401) throw error;
        if (!refresh || !mayRefresh) return this.#end(`${error.title}. Sign in again.`);
      }
    }
    await this.#refresh(access);
    return this.call(path, false);
  }

  //: sign out
  /** Revoking one token ends the session at the server. Here it is forgotten in any case. */
  async revoke() {
    await this.#refreshing?.catch(() => {});
    const { access, refresh: token = access } = this.tokens ?? {};
    await this.#keep({ tokens: undefined });
    if (!token) return;
    await this.#askAsApp('/restapi/oauth/revoke', { token }).catch((error) => {
      const why = `The tokens are forgotten, but could not be revoked: ${error.message}`;
      throw new OAuthError(error.kind, 'Signed out here only', why, error);
    });
  }

  //: server
  /** The app says who it is: with its secret in the header, where logs do not look. */
  #askAsApp(path, form) {
    const { clientId, clientSecret } = this.#settings;
    if (!clientSecret) return this.#ask('POST', path, {}, { ...form, client_id: clientId });
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    return this.#ask('POST', path, { authorization: `Basic ${basic}` }, form);
  }

  /** One request, tried again twice where the server is busy. A code is never sent twice. */
  async #ask(method, path, headers, form, tries = 1) {
    const { server } = this.#settings;
    let response, text, body;
    try {
      response = await fetch(server + path, {
        method,
        headers: { accept: 'application/json', ...headers },
        body: form && new URLSearchParams(form),
        redirect: 'manual', // A redirect could carry the secret to another host.
        signal: AbortSignal.timeout(10_000),
      });
      text = await response.text();
    } catch (error) {
      const why = `${server} gave no answer (${error.cause?.code ?? error.name}). Check RC_SERVER_URL, http or https, and that the server is running.`;
      throw new OAuthError('unreachable', 'The server cannot be reached', why);
    }
    const { status } = response;
    const asked = Number(response.headers.get('retry-after') ?? (status === 503 ? 1 : NaN));
    const wait = status === 503 || status === 429 ? asked : NaN;
    if (wait <= 60 && tries < 3 && form?.grant_type !== 'authorization_code') {
      await sleep(wait * 1000);
      return this.#ask(method, path, headers, form, tries + 1);
    }
    try {
      body = JSON.parse(text || '{}');
    } catch {
      body = undefined; // HTML, as a proxy or another server sends it.
    }
    if (typeof body !== 'object' || body === null || (status >= 300 && status < 400)) {
      const next = status >= 500 ? 'Try again later.' : 'Check RC_SERVER_URL.';
      const why = `${server}${path} answered ${status}, and not in JSON. ${next}`;
      throw new OAuthError('answer', 'That is not an answer of RingCentral’s', why, { status });
    }
    if (status < 400) return body;
    // The server's own code: OAU-146 says more than 400. The sandbox also links to why.
    const { errors: [first = {}] = [], error } = body;
    const code = first.errorCode ?? body.errorCode ?? error ?? `HTTP ${status}`;
    const said = first.message ?? body.error_description ?? body.message ?? 'It says no more';
    const later = wait > 0 ? `, try again in ${Math.ceil(wait)} seconds` : '';
    const why = `${said.replace(/\.$/, '')} (HTTP ${status}${error ? `, ${error}` : ''}${later}).`;
    const [, help] = /<(https?:[^>\s]+)>; rel="help"/.exec(response.headers.get('link')) ?? [];
    throw new OAuthError('refused', `The server refused: ${code}`, why, { status, error, help });
  }
}
