import { clientType } from '#app-settings/app.ts';
import { interpret } from '#flows/interpret.ts';
import type { FlowDefinition, FlowStep } from '#flows/flow.ts';
import { editsOf } from '#flows/mistakes/apply.ts';
import { type Edit, requestOf, rowsOf } from '#flows/runner.ts';
import { taskOf } from '#flows/task.ts';
import { encodeBase64Url } from '#protocol/base64url.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import { errorCodeOf, headerOf } from '#protocol/exchange-parts.ts';
import { s256Challenge } from '#protocol/pkce.ts';
import { logInRequest } from './log-in.ts';
import type { MadeApp, Replay, Run } from './plan.ts';
import { demoPassword, demoUser, pressThrough } from './press-through.ts';
import type { ProofAnswer, ProofTools } from './tools.ts';

/** What one step came to. */
export interface StepAnswer {
  step: string;
  /** What refused it; undefined where it works. */
  code?: string;
  /** The answer's own id in the log, where it has one that can be read. */
  id?: string;
}

/** The code of a refusal that is a page: it is named in the header that leads to its entry. */
const codeOfPage = ({ headers }: ProofAnswer): string | undefined =>
  /\/reference\/errors\/#([a-z0-9-]+)>; rel="describedby"/
    .exec(headerOf(headers, 'link') ?? '')?.[1]
    ?.toUpperCase();

/** Runs a flow as its own data says, from its first step to the one that counts. */
export class ProofRun {
  readonly #values: Record<string, string> = {};
  readonly #tools: ProofTools;
  readonly #flow: FlowDefinition;
  readonly #run: Run;
  readonly #app: MadeApp;

  constructor(tools: ProofTools, flow: FlowDefinition, run: Run, app: MadeApp) {
    this.#tools = tools;
    this.#flow = flow;
    this.#run = run;
    this.#app = app;
  }

  /** The answer of the step that counts, or of the first before it that is refused. */
  async toItsEnd(): Promise<StepAnswer> {
    const { step: wanted } = this.#run;
    let last: StepAnswer = { step: '' };
    for (const step of this.#flow.steps) {
      const counts = step.id === wanted;
      const answer = await this.#take(step, counts);
      if (answer) last = answer;
      if (counts) return last;
      if (last.code !== undefined && step.expects !== 'refusal') return last;
    }
    return last;
  }

  async #take(step: FlowStep, counts: boolean): Promise<StepAnswer | undefined> {
    if (step.kind === 'prepare') return this.#prepare(step);
    const replay = counts || this.#run.step === undefined ? this.#run.replay : undefined;
    if (step.kind === 'navigate') return this.#navigate(step, counts, replay);
    if (step.kind !== 'request') return undefined;
    if (replay?.repeat) await this.#send(step);
    if (replay?.act) await this.#act(replay.act);
    if (replay?.wait !== undefined) await this.#tools.later(replay.wait);
    return this.#send(step, replay);
  }

  #random = (): string => encodeBase64Url(this.#tools.random.bytes(32));

  async #act(act: string): Promise<void> {
    const path = `apps/${encodeURIComponent(this.#app.clientId)}/acts`;
    await this.#tools.control('POST', path, { act });
  }

  async #mint(more: Record<string, unknown> = {}): Promise<string> {
    const extensionNumber = this.#run.replay?.extension ?? '101';
    const made = await this.#tools.control('POST', 'jwt', { extensionNumber, ...more });
    return (made as { jwt: string }).jwt;
  }

  async #prepare({ making }: FlowStep): Promise<undefined> {
    const values = this.#values;
    if (making === 'pkce') {
      values['code_verifier'] = this.#random();
      values['code_challenge'] = await s256Challenge(values['code_verifier']);
    }
    if (making === 'pkce' || making === 'state') values['state'] = this.#random();
    if (making === 'user') {
      values['username'] = demoUser;
      values['password'] = demoPassword;
    }
    if (making === 'jwt') values['assertion'] = await this.#mint();
    if (making === 'session') await this.#logIn();
  }

  /** Tokens by the log-in that the app has, outside of what is shown. */
  async #logIn(): Promise<void> {
    const request = await logInRequest(this.#run, this.#app, this.#tools, () => this.#mint());
    this.#keep('token', await this.#tools.send(request, 'app'));
  }

  async #request(step: FlowStep, replay?: Replay): Promise<ExchangeRequest> {
    const { request } = step;
    if (!request) throw new Error(`${step.id} sends nothing`);
    const { clientId, clientSecret, redirectUris } = this.#app;
    const ingredients = (edits: Readonly<Record<string, Edit>>) => ({
      inputs: {
        client_id: clientId,
        redirect_uri: redirectUris[0] ?? '',
        ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
      },
      clientType: clientType(this.#run.app),
      values: this.#values,
      edits,
    });
    const plain = rowsOf(request, ingredients({}));
    const names = new Set(plain.map(({ parameter }) => parameter.name));
    const originals = Object.fromEntries(
      plain.map(({ parameter, original }) => [parameter.name, original]),
    );
    const minted: Record<string, string> = {};
    for (const edit of replay?.edits ?? []) {
      if (edit.kind !== 'mint') continue;
      const { clientIds, lifeSeconds } = edit;
      minted[edit.name] = await this.#mint({
        ...(clientIds ? { clientIds } : {}),
        ...(lifeSeconds === undefined
          ? {}
          : { expiresAt: new Date(this.#tools.clock.now() + lifeSeconds * 1000).toISOString() }),
      });
    }
    const made = { originals, values: this.#values, clientId, clientSecret, minted };
    const all = editsOf(replay?.edits ?? [], made);
    // A replay that names the app in two ways changes the one that this request has.
    const edits = Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
    return requestOf(
      request,
      rowsOf(request, ingredients(edits)),
      this.#tools.origin,
      replay?.shape,
    );
  }

  async #navigate(step: FlowStep, counts: boolean, replay?: Replay): Promise<StepAnswer> {
    const first = await this.#tools.send(await this.#request(step, replay), 'browser');
    // Where the request itself is what counts, its page is the answer.
    const last = counts ? first : await pressThrough(first, this.#tools);
    const { searchParams } = new URL(last.url);
    const code = searchParams.get('code');
    if (code !== null) this.#values['code'] = code;
    const error =
      searchParams.get('error') ??
      (last.status >= 400 && code === null ? codeOfPage(last) : undefined);
    return this.#told(step, last, error ?? undefined);
  }

  async #send(step: FlowStep, replay?: Replay): Promise<StepAnswer> {
    const answer = await this.#tools.send(await this.#request(step, replay), 'app');
    const isDone = this.#keep(taskOf(step), answer, step);
    if (isDone) return this.#told(step, answer);
    return this.#told(step, answer, errorCodeOf(answer.body) ?? `HTTP ${answer.status}`);
  }

  #told(step: FlowStep, { headers }: ProofAnswer, code?: string): StepAnswer {
    const id = headerOf(headers, 'rcrequestid');
    return {
      step: step.id,
      ...(code === undefined ? {} : { code }),
      ...(id === undefined ? {} : { id }),
    };
  }

  /** Takes what an answer brings; whether it worked. */
  #keep(task: ReturnType<typeof taskOf>, answer: ProofAnswer, step?: FlowStep): boolean {
    const outcome = interpret(task, {
      id: '',
      from: 'app',
      to: 'authorization-server',
      startedAt: 0,
      request: { method: 'POST', url: answer.url, headers: [] },
      response: { status: answer.status, headers: [], body: answer.body },
    });
    if (outcome.kind !== 'done') return false;
    for (const [name, old] of Object.entries(step?.keeps ?? {})) {
      const held = this.#values[name];
      if (held !== undefined && outcome.values[name] !== undefined) this.#values[old] = held;
    }
    for (const [name, { value }] of Object.entries(outcome.values)) this.#values[name] = value;
    return true;
  }
}
