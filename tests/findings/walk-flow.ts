import type { AppSettings } from '#app-settings/app.ts';
import { clientType } from '#app-settings/app.ts';
import type { About, KnownValue } from '#diagnosis/case.ts';
import type { FlowDefinition, FlowStep } from '#flows/flow.ts';
import { interpret } from '#flows/interpret.ts';
import { editsOf } from '#flows/mistakes/apply.ts';
import type { Mistake } from '#flows/mistakes/mistake.ts';
import { type Edit, requestOf, rowsOf } from '#flows/runner.ts';
import { exchangeId, send } from '#flows/send.ts';
import { taskOf } from '#flows/task.ts';
import type { Exchange, ExchangeRequest } from '#protocol/exchange.ts';
import { makeBasic } from '#protocol/make-basic.ts';
import { s256Challenge } from '#protocol/pkce.ts';
import { encodeBase64Url } from '#protocol/base64url.ts';
import { webRandom } from '#protocol/random.ts';
import { CookieJar } from '../conformance/runner/cookies.ts';
import { firstForm, formBody } from '../conformance/runner/html-form.ts';
import type { Transport } from '../conformance/runner/transport.ts';

export interface WalkApp extends AppSettings {
  clientId: string;
  clientSecret?: string;
}

/** Runs a flow as its own data says, over any transport, and keeps every exchange: no model between. */
export class Walk {
  readonly exchanges: Exchange[] = [];
  readonly values: Record<string, KnownValue> = {};
  readonly #jar = new CookieJar();
  #offsetSeconds = 0;

  readonly transport: Transport;
  readonly flow: FlowDefinition;
  readonly app: WalkApp;

  constructor(transport: Transport, flow: FlowDefinition, app: WalkApp) {
    this.transport = transport;
    this.flow = flow;
    this.app = app;
  }

  clock = { now: (): number => Date.now() + this.#offsetSeconds * 1000 };

  get about(): About {
    const { clientId, redirectUris } = this.app;
    return {
      app: { clientId, clientType: clientType(this.app), redirectUris, settings: this.app },
      flow: this.flow,
      values: this.values,
    };
  }

  async #control<Answer>(method: string, path: string, json?: unknown): Promise<Answer> {
    const response = await this.transport.fetch(
      new Request(`${this.transport.origin}/sandbox/api/${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      }),
    );
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return (await response.json()) as Answer;
  }

  async moveClock(seconds: number): Promise<void> {
    this.#offsetSeconds += seconds;
    await this.#control('PUT', 'clock', { offsetSeconds: this.#offsetSeconds });
  }

  #hold(name: string, value: string, lifetimeSeconds?: number): void {
    this.values[name] = {
      value,
      at: this.clock.now(),
      ...(lifetimeSeconds === undefined ? {} : { lifetimeSeconds }),
    };
  }

  #ingredients(edits: Readonly<Record<string, Edit>> = {}) {
    const { clientId, clientSecret, redirectUris } = this.app;
    return {
      inputs: {
        client_id: clientId,
        redirect_uri: redirectUris[0] ?? '',
        ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
      },
      clientType: clientType(this.app),
      values: Object.fromEntries(
        Object.entries(this.values).map(([name, { value }]) => [name, value]),
      ),
      edits,
    };
  }

  async mintJwt(more: Record<string, unknown> = {}): Promise<string> {
    const { jwt } = await this.#control<{ jwt: string }>('POST', 'jwt', {
      extensionNumber: '101',
      ...more,
    });
    return jwt;
  }

  async #prepare({ making }: FlowStep): Promise<void> {
    const random = (): string => encodeBase64Url(webRandom.bytes(32));
    if (making === 'pkce') {
      const verifier = random();
      this.#hold('code_verifier', verifier);
      this.#hold('code_challenge', await s256Challenge(verifier));
    }
    if (making === 'pkce' || making === 'state') this.#hold('state', random());
    if (making === 'user') {
      this.#hold('username', '+18335550100*101');
      this.#hold('password', 'sandbox-password');
    }
    if (making === 'jwt') this.#hold('assertion', await this.mintJwt());
    if (making === 'session') await this.#logIn();
  }

  /** Tokens by whatever log-in the app has, outside the transcript: another flow brought them. */
  async #logIn(): Promise<void> {
    const { clientId, clientSecret, redirectUris } = this.app;
    const forms: (() => Promise<[string, string][]>)[] = [
      async () => [
        ['grant_type', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
        ['assertion', await this.mintJwt()],
      ],
      async () => {
        const query = new URLSearchParams({
          response_type: 'code',
          client_id: clientId,
          redirect_uri: redirectUris[0] ?? '',
        });
        const url = `${this.transport.origin}/restapi/oauth/authorize?${query}`;
        const location = await this.#press({ method: 'GET', url, headers: [] }, () => undefined);
        return [
          ['grant_type', 'authorization_code'],
          ['code', new URL(location ?? url).searchParams.get('code') ?? ''],
          ['redirect_uri', redirectUris[0] ?? ''],
        ];
      },
      () =>
        Promise.resolve([
          ['grant_type', 'password'],
          ['username', '+18335550100*101'],
          ['password', 'sandbox-password'],
        ]),
    ];
    for (const form of forms) {
      const pairs = await form();
      const response = await this.transport.fetch(
        new Request(`${this.transport.origin}/restapi/oauth/token`, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            ...(clientSecret === undefined
              ? {}
              : { authorization: makeBasic(clientId, clientSecret) }),
          },
          body: new URLSearchParams(
            clientSecret === undefined ? [...pairs, ['client_id', clientId]] : pairs,
          ).toString(),
        }),
      );
      const tokens = (await response.json()) as Record<string, string>;
      if (!response.ok) continue;
      this.#hold('access_token', tokens['access_token'] ?? '', 3600);
      if (tokens['refresh_token']) this.#hold('refresh_token', tokens['refresh_token'], 604_800);
      return;
    }
    throw new Error(`${clientId} cannot log in`);
  }

  /** Goes through the pages as a reader does; answers the redirect, or nothing where a page refuses. */
  async #press(
    first: ExchangeRequest,
    keep: (exchange: Omit<Exchange, 'id'>) => void,
  ): Promise<string | undefined> {
    let request = first;
    for (let page = 0; page < 6; page += 1) {
      const cookie = this.#jar.header();
      const startedAt = this.clock.now();
      const response = await this.transport.fetch(
        new Request(request.url, {
          method: request.method,
          headers: [
            ...request.headers,
            ...(cookie ? [['cookie', cookie] as [string, string]] : []),
          ],
          ...(request.body === undefined ? {} : { body: request.body }),
          redirect: 'manual',
        }),
      );
      this.#jar.keep(response);
      const body = await response.text();
      const rule = response.headers.get('sandbox-rule');
      keep({
        from: 'browser',
        to: 'authorization-server',
        startedAt,
        request,
        response: { status: response.status, headers: [...response.headers] },
        ...(rule === null ? {} : { rule }),
      });
      const location = response.headers.get('location');
      if (location?.startsWith('/')) {
        request = { method: 'GET', url: new URL(location, request.url).href, headers: [] };
        continue;
      }
      if (location !== null) return location;
      const form = response.status === 200 ? firstForm(body) : undefined;
      if (!form) return undefined;
      request = {
        method: 'POST',
        url: new URL(form.action, this.transport.origin).href,
        headers: [
          ['content-type', 'application/x-www-form-urlencoded'],
          ['origin', this.transport.origin],
        ],
        body: formBody(form, undefined, {}),
      };
    }
    return undefined;
  }

  #record(exchange: Omit<Exchange, 'id'>): Exchange {
    const kept = { id: exchangeId(webRandom), ...exchange };
    this.exchanges.push(kept);
    return kept;
  }

  /** The step's request as its rows stand with a mistake in them. */
  async #request(step: FlowStep, mistake?: Mistake): Promise<ExchangeRequest> {
    const { request } = step;
    if (!request) throw new Error(`${step.id} sends nothing`);
    const originals = Object.fromEntries(
      rowsOf(request, this.#ingredients()).map(({ parameter, original }) => [
        parameter.name,
        original,
      ]),
    );
    const minted: Record<string, string> = {};
    for (const edit of mistake?.edits ?? []) {
      if (edit.kind !== 'mint') continue;
      const { clientIds, lifeSeconds } = edit;
      minted[edit.name] = await this.mintJwt({
        ...(clientIds ? { clientIds } : {}),
        ...(lifeSeconds === undefined
          ? {}
          : { expiresAt: new Date(this.clock.now() + lifeSeconds * 1000).toISOString() }),
      });
    }
    const { clientId, clientSecret } = this.app;
    const { values } = this.#ingredients();
    const edits = mistake
      ? editsOf(mistake.edits, { originals, values, clientId, clientSecret, minted })
      : {};
    const rows = rowsOf(request, this.#ingredients(edits));
    return requestOf(request, rows, this.transport.origin, mistake?.shape);
  }

  async #navigate(step: FlowStep, mistake?: Mistake): Promise<void> {
    const back = this.flow.steps.find(({ kind }) => kind === 'return');
    const ids = [step.id, 'sign-in', 'sign-in', 'sign-in'];
    const shared = { flow: this.flow.id, clientId: this.app.clientId };
    const location = await this.#press(await this.#request(step, mistake), (exchange) => {
      this.#record({ ...exchange, ...shared, step: ids.shift() ?? 'sign-in' });
    });
    if (location === undefined || !back) return;
    const returned = new URLSearchParams(location.split(/[?#](.*)/s)[1]?.replace('#', '&') ?? '');
    this.#record({
      from: 'browser',
      to: 'app',
      ...shared,
      step: back.id,
      startedAt: this.clock.now(),
      request: { method: 'GET', url: location, headers: [] },
      response: { status: 200, headers: [] },
    });
    const code = returned.get('code');
    if (code !== null) this.#hold('code', code, Number(returned.get('expires_in') ?? 60));
    const token = returned.get('access_token');
    if (token !== null) this.#hold('access_token', token, 3600);
  }

  async #send(step: FlowStep, mistake?: Mistake): Promise<void> {
    const task = taskOf(step);
    const confidential = clientType(this.app) === 'confidential';
    const exchange = await send(
      await this.#request(step, mistake),
      {
        from: step.from,
        to: step.to,
        flow: this.flow.id,
        step: step.id,
        clientId: this.app.clientId,
        ...(step.from === 'app' && confidential ? { plays: 'server' as const } : {}),
      },
      { fetch: (request) => this.transport.fetch(request), clock: this.clock, random: webRandom },
    );
    this.exchanges.push(exchange);
    const outcome = interpret(task, exchange);
    const code = this.values['code'];
    const pkce = /SANDBOX-PKCE-[1-4]/.test(exchange.response?.body ?? '');
    if (task === 'token' && code && (outcome.kind === 'done' || pkce)) {
      this.values['code'] = { ...code, spentAt: this.clock.now() };
    }
    if (outcome.kind !== 'done') return;
    for (const [name, old] of Object.entries(step.keeps ?? {})) {
      const held = this.values[name];
      if (held && outcome.values[name] !== undefined) {
        this.values[old] = { ...held, endedAt: this.clock.now() };
      }
    }
    for (const [name, value] of Object.entries(outcome.values)) {
      this.#hold(name, value.value, value.lifetimeSeconds);
    }
    if (task !== 'revoke') return;
    for (const name of ['access_token', 'refresh_token']) {
      const held = this.values[name];
      if (held) this.values[name] = { ...held, endedAt: this.clock.now() };
    }
  }

  /** One step, as it should be or with a mistake in it. */
  async run(step: FlowStep, mistake?: Mistake): Promise<void> {
    if (mistake?.repeat) await this.#send(step);
    if (mistake?.wait !== undefined) {
      const held = typeof mistake.wait === 'number' ? undefined : this.values[mistake.wait.past];
      const seconds =
        typeof mistake.wait === 'number' ? mistake.wait : (held?.lifetimeSeconds ?? 0) + 1;
      // A JWT that is to expire is made before the time passes.
      const request = step.kind === 'request' ? await this.#request(step, mistake) : undefined;
      await this.moveClock(seconds);
      if (request) return this.#sendReady(step, request);
    }
    if (step.kind === 'prepare') await this.#prepare(step);
    else if (step.kind === 'navigate') await this.#navigate(step, mistake);
    else if (step.kind === 'request') await this.#send(step, mistake);
  }

  async #sendReady(step: FlowStep, request: ExchangeRequest): Promise<void> {
    this.exchanges.push(
      await send(
        request,
        {
          from: step.from,
          to: step.to,
          flow: this.flow.id,
          step: step.id,
          clientId: this.app.clientId,
        },
        { fetch: (one) => this.transport.fetch(one), clock: this.clock, random: webRandom },
      ),
    );
  }

  /** Whether the values that the step sends have come: an app without refresh tokens has another way on. */
  fits({ request }: FlowStep): boolean {
    return (request ? rowsOf(request, this.#ingredients()) : []).every(
      ({ awaited, sent, parameter }) => !(awaited && sent) || parameter.source.kind === 'basic',
    );
  }
}
