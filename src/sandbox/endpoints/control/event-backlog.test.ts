import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { exchangeSchema } from '#protocol/exchange.ts';
import { eventParts, openStreams } from '../../limits.ts';
import { basic, makeTestSandbox } from '../../testing/test-sandbox.ts';

const backlogSchema = z.object({
  events: z.array(z.object({ id: z.string(), exchange: exchangeSchema })),
  lastEventId: z.string(),
  earlier: z.number(),
});
const refusalSchema = z.object({
  errors: z.array(
    z.object({ path: z.string(), message: z.string(), code: z.optional(z.string()) }),
  ),
});

const clientId = 'sandbox-server-only';
const stranger = {
  origin: 'https://evil.example',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'no-cors',
};

/** The first piece of events that a stream hands out. */
async function firstOf(stream: Response): Promise<string> {
  const reader = stream.body?.getReader();
  // Before it comes the time after which a browser opens a lost stream again.
  await reader?.read();
  const piece = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(piece?.value);
}

function make() {
  const box = makeTestSandbox();
  const ask = async (query = '') => {
    const answer = await box.send(`/sandbox/api/events/backlog${query}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return backlogSchema.parse(await answer.json());
  };
  const refused = async (path: string) => {
    const answer = await box.send(path);
    const { errors } = refusalSchema.parse(await answer.json());
    return [answer.status, ...errors.map(({ path: where, code }) => code ?? where)];
  };
  /** A token request of the app that fails, marked by its refresh token's name. */
  const fail = (mark: string, headers: Record<string, string> = {}) =>
    box.token(
      { grant_type: 'refresh_token', refresh_token: `a-token-that-is-none`, state: mark },
      { ...basic(clientId), ...headers },
    );
  return { ...box, ask, refused, fail };
}

const marks = (events: z.infer<typeof backlogSchema>['events']) =>
  events.map(({ exchange }) => /state=([^&]*)/.exec(exchange.request.body ?? '')?.[1]);

describe('the backlog', () => {
  it('is the last exchanges, oldest first, masked, with what is earlier and where a stream goes on', async () => {
    const { ask, fail, send } = make();
    for (const mark of ['a', 'b', 'c', 'd', 'e']) await fail(mark);
    const last = await ask(`?clientId=${clientId}&limit=2`);
    expect(marks(last.events)).toEqual(['d', 'e']);
    expect(last.earlier).toBe(3);
    expect(JSON.stringify(last)).not.toContain('a-token-that-is-none');
    const before = await ask(`?clientId=${clientId}&limit=2&before=${last.events[0]?.id ?? ''}`);
    expect(marks(before.events)).toEqual(['b', 'c']);
    expect(before.earlier).toBe(1);
    expect(marks((await ask(`?clientId=${clientId}`)).events)).toEqual(['a', 'b', 'c', 'd', 'e']);
    await fail('f');
    const stream = await send(
      `/sandbox/api/events?clientId=${clientId}&lastEventId=${last.lastEventId}`,
    );
    const text = await firstOf(stream);
    expect(text).toContain('state=f');
    expect(text).not.toContain('state=e');
    expect(text).not.toContain('event: gap');
  });

  it('of an app that has none says where the log of all has come to', async () => {
    const { ask, fail } = make();
    await fail('a');
    const { lastEventId } = await ask();
    const none = await ask('?clientId=sandbox-jwt');
    expect(none).toEqual({ events: [], earlier: 0, lastEventId });
    expect(Number(lastEventId)).toBeGreaterThan(0);
  });

  it('says who sent each, and leaves strangers out where that is asked', async () => {
    const { ask, fail, send } = make();
    await fail('mine');
    await fail('theirs', stranger);
    await fail('page', { origin: 'http://localhost:4321', 'sec-fetch-site': 'same-origin' });
    const { events } = await ask(`?clientId=${clientId}`);
    expect(events.map(({ exchange }) => exchange.caller)).toEqual(['program', 'stranger', 'page']);
    expect(events[1]?.exchange.request.headers).toContainEqual(['origin', 'https://evil.example']);
    const own = await ask(`?clientId=${clientId}&strangers=leave-out`);
    expect(marks(own.events)).toEqual(['mine', 'page']);
    const stream = await send(`/sandbox/api/events?clientId=${clientId}&strangers=leave-out`);
    const text = await firstOf(stream);
    expect(text).toContain('state=page');
    expect(text).not.toContain('state=theirs');
  });

  it('refuses what it cannot read, and an app that is not there', async () => {
    const { refused } = make();
    const at = '/sandbox/api/events/backlog';
    expect(await refused(`${at}?limit=0`)).toEqual([400, 'limit']);
    expect(await refused(`${at}?limit=1001`)).toEqual([400, 'limit']);
    expect(await refused(`${at}?before=yesterday`)).toEqual([400, 'before']);
    expect(await refused(`${at}?strangers=some`)).toEqual([400, 'strangers']);
    expect(await refused(`${at}?clientId=`)).toEqual([400, 'clientId']);
    expect((await refused(`${at}?clientId=nobody`))[0]).toBe(404);
    expect(await refused('/sandbox/api/events?strangers=some')).toEqual([400, 'strangers']);
  });
});

describe('one exchange', () => {
  it('is found by the RCRequestId of its answer, masked, or is 404', async () => {
    const { fail, send, refused } = make();
    const answer = await fail('mine');
    const id = answer.headers.get('rcrequestid') ?? '';
    const found = await send(`/sandbox/api/events/${id}`);
    expect(found.status).toBe(200);
    const { exchange } = z.object({ exchange: exchangeSchema }).parse(await found.json());
    expect(exchange.id).toBe(id);
    expect(exchange.request.body).toContain('refresh_token=masked-');
    expect(await refused('/sandbox/api/events/no-such-id')).toEqual([404, 'id']);
  });

  it('keeps its parts as far as anybody reads them', async () => {
    const { ask, send } = make();
    await send(`/restapi/oauth/authorize?client_id=sandbox-browser&state=${'s'.repeat(30_000)}`, {
      headers: Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`x-${n}`, 'v'])),
    });
    await send('/restapi/oauth/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `client_id=${'c'.repeat(20_000)}&note=${'€'.repeat(15_000)}`,
    });
    const [authorize, token] = (await ask()).events.map(({ exchange }) => exchange);
    expect(authorize?.request.url.length).toBeLessThan(eventParts.url + 100);
    expect(authorize?.request.headers).toHaveLength(eventParts.fields + 1);
    expect(authorize?.request.headers.at(-1)?.[1]).toContain('cut here');
    expect(token?.request.body?.length).toBeLessThan(eventParts.body + 100);
    expect(token?.clientId?.length).toBeLessThan(eventParts.id + 100);
  });
});

describe('open streams', () => {
  it('are counted for pages and programs apart; beyond the bound one is refused, until one ends', async () => {
    const { send, refused } = make();
    const at = '/sandbox/api/events';
    for (let n = 0; n < openStreams.program; n += 1) await send(at, { method: 'HEAD' });
    const open = [];
    for (let n = 0; n < openStreams.program; n += 1) open.push(await send(at));
    expect(open.every(({ status }) => status === 200)).toBe(true);
    expect(await refused(at)).toEqual([429, 'SANDBOX-LIMIT-3']);
    const page = await send(at, { headers: { 'sec-fetch-site': 'same-origin' } });
    expect(page.status).toBe(200);
    await open.pop()?.body?.cancel();
    const again = await send(at);
    expect(again.status).toBe(200);
    for (const { body } of [page, again, ...open]) await body?.cancel();
  });
});
