import { vi } from 'vitest';
import { authCodePkce } from '#flows/auth-code-pkce.ts';
import type { Finding } from '#diagnosis/finding.ts';
import { waitingKey, waitingSchema } from '#islands/delivery/delivery.ts';
// What a page loads late is here already: a test may end before it would have come.
import '../make/make.ts';
import '../request/send-step.ts';
import { loadWaiting } from '../sign-in/sign-in.ts';
import { createPlayground } from '../playground.ts';
import type { Playground } from '../playground.ts';
import { FakeTab } from './fake-surroundings.ts';

await loadWaiting();

/** A JSON answer. */
export function jsonAnswer(status: number, body: unknown, headers?: Record<string, string>) {
  return () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
    });
}

export const tokenAnswer = {
  access_token: 'sandbox-access-1',
  token_type: 'bearer',
  expires_in: 3600,
  refresh_token: 'sandbox-refresh-1',
  refresh_token_expires_in: 604_800,
  scope: 'ReadAccounts',
  owner_id: '101',
  endpoint_id: 'tab',
};

/** RingCentral's envelope. */
export function refusal(status: number, error: string, errorCode: string, rule?: string) {
  return jsonAnswer(
    status,
    { error, errors: [{ errorCode, message: errorCode }], error_description: errorCode },
    rule === undefined ? {} : { 'sandbox-rule': rule },
  );
}

export function begin(tab = new FakeTab()): { tab: FakeTab; playground: Playground } {
  const playground = createPlayground(tab, authCodePkce);
  void playground.start();
  return { tab, playground };
}

/** Lets promises and late loading run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** The open step's explanation, once it is loaded. */
export async function explained(playground: Playground): Promise<Finding> {
  return vi.waitFor(
    () => {
      const explanation = playground.explanation.value;
      if (!explanation) throw new Error('No explanation yet');
      return explanation;
    },
    { timeout: 5000, interval: 5 },
  );
}

/** The parameter of a URL or body as it is on the wire, still encoded; undefined when it was not sent. */
export function onWire(text: string, name: string): string | undefined {
  const part = text
    .split(/[?&]/)
    .find((piece) => piece.startsWith(`${name}=`) && !piece.startsWith('http'));
  return part?.slice(name.length + 1);
}

/** Delivers a redirect as the callback page in the popup does. */
export function comeBack(tab: FakeTab, parameters: Record<string, string>): void {
  const session = tab.windows.at(-1)?.session ?? tab.session;
  const waiting = waitingSchema.parse(JSON.parse(session.getItem(waitingKey) ?? 'null'));
  const url = `${tab.origin}/callback/?${new URLSearchParams(parameters).toString()}`;
  tab.browser.channel().post({ kind: 'callback', tab: waiting.tab, url });
}

/** Steps 1 and 2, the sign-in, and the code: the reader stands at step 4. */
export async function untilCode(tab: FakeTab, playground: Playground): Promise<void> {
  await playground.request.send();
  playground.openStep('authorize');
  await playground.request.send();
  const state = new URL(tab.windows.at(-1)?.url ?? '').searchParams.get('state');
  comeBack(tab, {
    code: 'SANDBOX-CODE-1',
    ...(state === null ? {} : { state }),
    expires_in: '60',
  });
}

/** A value that the playground shows; empty before it arrives. */
export function valueOf(playground: Playground, name: string): string {
  return playground.values.all.value.find((value) => value.name === name)?.value ?? '';
}

/** The reader stands at step 5, after an authorization request that `edit` changed. */
export async function atToken(
  edit?: (playground: Playground) => void,
): Promise<{ tab: FakeTab; playground: Playground }> {
  const { tab, playground } = begin();
  await playground.request.send();
  playground.openStep('authorize');
  edit?.(playground);
  await playground.request.send();
  const state = new URL(tab.windows[0]?.url ?? '').searchParams.get('state');
  comeBack(tab, { code: 'SANDBOX-CODE-1', ...(state ? { state } : {}), expires_in: '60' });
  playground.openStep('token');
  return { tab, playground };
}

/** Sends to the token endpoint, which refuses with that code, and waits for the explanation. */
export async function refusedToken(
  playground: Playground,
  tab: FakeTab,
  errorCode: string,
  error = 'invalid_grant',
): Promise<Finding> {
  tab.answers.set('POST /restapi/oauth/token', refusal(400, error, errorCode));
  await playground.request.send();
  return explained(playground);
}
