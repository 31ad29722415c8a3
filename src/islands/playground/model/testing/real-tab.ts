import { exchangeSchema } from '#protocol/exchange.ts';
import { encodeForm } from '#protocol/form.ts';
import { webRandom } from '#protocol/random.ts';
import { hidden } from '#sandbox/testing/authorize-sandbox.ts';
import { createSandbox } from '#sandbox/sandbox.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';
import type { FlowDefinition } from '#flows/flow.ts';
import { waitingKey, waitingSchema } from '#islands/delivery/delivery.ts';
import { createPlayground } from '../playground.ts';
import type { Playground } from '../playground.ts';
import type { OpenedWindow, Visit } from '../surroundings.ts';
import { FakeTab } from './fake-surroundings.ts';
import { settle } from './walk.ts';

/** A tab whose requests reach a sandbox in memory, and whose sign-in window is driven by `signIn`. */
export class RealTab extends FakeTab {
  store = createMemoryStore();
  server = createSandbox({ store: this.store, clock: this.clock, random: webRandom });

  override fetch = async (request: Request): Promise<Response> => {
    const body = await request.clone().text();
    const { method, url, headers } = request;
    this.requests.push({ method, url, headers, body });
    return this.server.fetch(request, { browser: 'reader' });
  };

  async #get(request: Request): Promise<{ response: Response; text: string }> {
    const response = await this.server.fetch(request, { browser: 'reader' });
    const location = response.headers.get('location');
    // From one page of the sandbox to the next; what leads back to the app is for the caller.
    if (location?.startsWith('/restapi/')) return this.#get(new Request(this.origin + location));
    return { response, text: await response.text() };
  }

  #pressOf(page: string, fields: Record<string, string>): Request {
    const action = /action="\/restapi\/oauth\/authorize([^"]*)"/.exec(page)?.[1] ?? '';
    return new Request(`${this.origin}/restapi/oauth/authorize${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: encodeForm(
        Object.entries({
          transaction: hidden(page, 'transaction'),
          again: hidden(page, 'again'),
          ...fields,
        }),
      ),
    });
  }

  /** As a browser's own `fetch`: redirects are followed on this site alone, and a fragment is lost. */
  override visit = async (request: Request): Promise<Visit> => {
    const { response, text } = await this.#get(request);
    await this.#tell();
    const location = response.headers.get('location');
    if (location !== null) {
      const { origin, href } = new URL(location, request.url);
      if (origin !== this.origin) throw new TypeError('Failed to fetch');
      return { url: href.split('#', 1)[0] ?? '', status: 200 };
    }
    const form = text.includes('name="password"')
      ? { user: '+18335550100*101', password: 'sandbox-password', 'sign-in': '1' }
      : { allow: '1' };
    return {
      url: request.url,
      status: response.status,
      rule: response.headers.get('sandbox-rule') ?? undefined,
      ...(text.includes('<form') ? { press: this.#pressOf(text, form) } : {}),
    };
  };

  #pressed = new Set<OpenedWindow>();
  override pressIn = (opened: OpenedWindow): void => {
    if (this.#pressed.has(opened)) return;
    this.#pressed.add(opened);
    void this.signIn();
  };

  /** What the stream would tell: everything that the sandbox has seen of the app. */
  async #tell(): Promise<void> {
    for (const stream of this.streams.filter(({ open }) => open)) {
      const { clientId } = stream.wanted;
      const { events } = await this.store.events.after({ clientId }, 0);
      for (const event of events)
        stream.tell(String(event.sequence), exchangeSchema.parse(JSON.parse(event.text())));
    }
  }

  /** Goes through the newest window as a reader does, to the redirect or to the error that is shown. */
  async signIn(user = '+18335550100*101'): Promise<void> {
    const opened = this.windows.at(-1);
    if (!opened) throw new Error('No window is open');
    // A reader takes longer than the page takes to listen.
    this.wait(400);
    let { response, text } = await this.#get(new Request(opened.url));
    if (response.status === 200) {
      const form = { user, password: 'sandbox-password', 'sign-in': '1' };
      ({ response, text } = await this.#get(this.#pressOf(text, form)));
    }
    if (response.status === 200) {
      ({ response, text } = await this.#get(this.#pressOf(text, { allow: '1' })));
    }
    await this.#tell();
    const location = response.headers.get('location');
    if (location !== null) {
      const waiting = waitingSchema.parse(JSON.parse(opened.session.getItem(waitingKey) ?? ''));
      this.browser.channel().post({ kind: 'callback', tab: waiting.tab, url: location });
    }
    this.wait(400);
    await settle();
  }
}

export interface RealRun {
  tab: RealTab;
  playground: Playground;
}

/** A run against a sandbox of its own. */
export async function beginReal(
  flow: FlowDefinition,
  clientId?: string,
  tab = new RealTab(),
): Promise<RealRun> {
  // Before it is asked for anything the sandbox lays its demo apps.
  await tab.fetch(new Request(`${tab.origin}/restapi`));
  const playground = createPlayground(tab, flow, clientId);
  await playground.start();
  return { tab, playground };
}

/** Runs the open step to its end, the sign-in included. */
export async function runStep({ tab, playground }: RealRun): Promise<void> {
  const before = tab.windows.length;
  await playground.request.send();
  if (tab.windows.length > before) await tab.signIn();
  await settle();
}

/** Runs a flow's steps from the open one, up to and without the named one, or to the end. */
export async function runUntil(run: RealRun, stop?: string): Promise<void> {
  const { playground } = run;
  for (const { id, kind } of playground.flow.steps) {
    if (id === stop) break;
    if (kind === 'sign-in' || kind === 'return') continue;
    playground.openStep(id);
    await runStep(run);
  }
  if (stop !== undefined) playground.openStep(stop);
}

/** Lets time pass until something that takes a while is over. */
export async function untilOver({ tab }: RealRun, work: Promise<unknown>): Promise<void> {
  let isOver = false;
  const end = work.finally(() => (isOver = true));
  for (let turn = 0; !isOver && turn < 1000; turn += 1) {
    await settle();
    if (!isOver) tab.pass(0.05);
  }
  if (!isOver) throw new Error('It does not come to an end');
  await end;
}
