import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { clientType } from '#app-settings/app.ts';
import { writeTranscriptCase } from '#diagnosis/transcript/case.ts';
import { writeHar } from '#diagnosis/transcript/har.ts';
import { writeMarkdown } from '#diagnosis/transcript/markdown.ts';
import { readTranscript } from '#diagnosis/transcript/read-transcript.ts';
import { exchangesOf, shownTranscript } from '#diagnosis/transcript/shown-transcript.ts';
import { readHar } from '#diagnosis/recognise/har/read-har.ts';
import { readCaseLink } from '#diagnosis/report/case-link.ts';
import { flowNames } from '#flows/ids.ts';
import { loadMistakes } from '#flows/mistake-registry.ts';
import { loadFlow } from '#flows/registry.ts';
import { flowOfTranscript } from '#flows/replay/flow-of.ts';
import { clientOfTranscript, planReplay } from '#flows/replay/plan.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { type Host, nodeHost } from '../findings/transports.ts';
import { Walk, type WalkApp } from '../findings/walk-flow.ts';

// HAR 1.2, typed from http://www.softwareishard.com/blog/har-12-spec/: nothing but what it lists, and
// members of anybody's own whose names begin with an underscore.
const ownMembers = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .object(shape)
    .catchall(z.unknown())
    .refine(
      (value) => Object.keys(value).every((name) => name in shape || name.startsWith('_')),
      'a member that HAR 1.2 does not have',
    );
const pair = ownMembers({ name: z.string(), value: z.string(), comment: z.string().optional() });
const cookie = ownMembers({
  name: z.string(),
  value: z.string(),
  path: z.string().optional(),
  domain: z.string().optional(),
  expires: z.string().optional(),
  httpOnly: z.boolean().optional(),
  secure: z.boolean().optional(),
});
const size = z.int().min(-1);
const time = z.number().min(-1);
const harSchema = z.strictObject({
  log: ownMembers({
    version: z.literal('1.2'),
    creator: ownMembers({ name: z.string(), version: z.string() }),
    browser: ownMembers({ name: z.string(), version: z.string() }).optional(),
    pages: z.array(z.unknown()).optional(),
    comment: z.string().optional(),
    entries: z.array(
      ownMembers({
        pageref: z.string().optional(),
        startedDateTime: z.iso.datetime({ offset: true }),
        time: z.number().min(0),
        request: ownMembers({
          method: z.string().min(1),
          url: z.url(),
          httpVersion: z.string(),
          cookies: z.array(cookie),
          headers: z.array(pair),
          queryString: z.array(pair),
          postData: ownMembers({
            mimeType: z.string(),
            params: z.array(pair).optional(),
            text: z.string().optional(),
          })
            .refine(({ params, text }) => (params === undefined) !== (text === undefined))
            .optional(),
          headersSize: size,
          bodySize: size,
        }),
        response: ownMembers({
          status: z.int(),
          statusText: z.string(),
          httpVersion: z.string(),
          cookies: z.array(cookie),
          headers: z.array(pair),
          content: ownMembers({
            size: z.int(),
            compression: z.int().optional(),
            mimeType: z.string(),
            text: z.string().optional(),
            encoding: z.string().optional(),
          }),
          redirectURL: z.string(),
          headersSize: size,
          bodySize: size,
        }),
        cache: ownMembers({
          beforeRequest: z.unknown().optional(),
          afterRequest: z.unknown().optional(),
        }),
        timings: ownMembers({
          blocked: time.optional(),
          dns: time.optional(),
          connect: time.optional(),
          send: z.number().min(0),
          wait: z.number().min(0),
          receive: z.number().min(0),
          ssl: time.optional(),
        }),
        serverIPAddress: z.string().optional(),
        connection: z.string().optional(),
      }).refine(({ time: all, timings }) => {
        const { send, wait, receive } = timings as { send: number; wait: number; receive: number };
        return all === send + wait + receive;
      }),
    ),
  }),
});

/** What a file of it says of an exchange. */
const told = ({
  from,
  to,
  flow,
  step,
  clientId,
  plays,
  startedAt,
  request,
  response,
}: Exchange) => ({
  from,
  to,
  flow,
  step,
  clientId,
  plays,
  startedAt,
  request,
  response,
});

const flows = await Promise.all(flowNames.map(loadFlow));
let host: Host;
let apps: WalkApp[];

async function control<Answer>(method: string, path: string): Promise<Answer> {
  const response = await host.fetch(
    new Request(`${host.origin}/sandbox/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
    }),
  );
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}
const appNamed = (clientId: string): WalkApp => {
  const app = apps.find((one) => one.clientId === clientId);
  if (!app) throw new Error(`No app ${clientId}`);
  return app;
};

beforeAll(async () => {
  host = await nodeHost();
  apps = await control<WalkApp[]>('GET', 'apps');
});
afterAll(() => host.close());

async function walked(id: string): Promise<Walk> {
  const flow = flows.find((one) => one.id === id);
  if (!flow) throw new Error(id);
  await control('POST', 'reset');
  const walk = new Walk(host, flow, appNamed(flow.app));
  for (const step of flow.steps) await walk.run(step);
  return walk;
}

/** Values of a run that nobody may read; a demo user's password is printed on the sign-in page. */
const secretsOf = ({ values, flow, app }: Walk): string[] => [
  ...flow.values.flatMap(({ name, secret }) => {
    const value = values[name]?.value;
    return secret && value !== undefined ? [value] : [];
  }),
  ...(app.clientSecret === undefined
    ? []
    : [app.clientSecret, btoa(`${app.clientId}:${app.clientSecret}`)]),
];

describe.each(flowNames)('the transcript of %s', (id) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await walked(id);
  });

  it('leaves as a valid HAR 1.2 without a secret, and comes back the same', async () => {
    const masked = exchangesOf(shownTranscript(walk.exchanges));
    const har = writeHar(masked, 'masked');
    expect(harSchema.parse(JSON.parse(har)).log.entries).toHaveLength(walk.exchanges.length);
    for (const secret of secretsOf(walk)) expect(har).not.toContain(secret);
    const diagnosed = await readHar(new Blob([har]).stream());
    expect(diagnosed.pieces.map(({ exchange }) => exchange && told(exchange))).toEqual(
      masked.map(told),
    );
    expect(await readTranscript(har)).toMatchObject({ kind: 'read', isCut: false });
  });

  it('leaves whole by choice, and comes back the same', async () => {
    const har = writeHar(walk.exchanges, 'as sent');
    harSchema.parse(JSON.parse(har));
    const read = await readTranscript(new Blob([har]));
    expect(read.kind === 'read' && read.exchanges.map(told)).toEqual(walk.exchanges.map(told));
  });

  it('leaves as Markdown without a secret', () => {
    const { flow, app } = walk;
    const text = writeMarkdown(shownTranscript(walk.exchanges), {
      flow: flow.title,
      clientId: app.clientId,
      server: 'the sandbox',
      steps: new Map(flow.steps.map((step) => [step.id, step.title])),
    });
    for (const secret of secretsOf(walk)) expect(text).not.toContain(secret);
    expect(text.match(/^```http$/gm)).toHaveLength(walk.exchanges.length);
    expect(text).toContain(`# ${flow.title}: a transcript`);
  });

  it('leaves as a case link, which opens in the diagnoser without a secret', async () => {
    const written = await writeTranscriptCase(
      walk.exchanges,
      walk.app,
      Date.now(),
      'http://localhost:4321/diagnose/',
    );
    if (written.kind !== 'link') throw new Error(`${written.length} characters`);
    expect(written.link.length).toBeLessThanOrEqual(2_000);
    const opened = await readCaseLink(new URL(written.link).hash, Date.now());
    if (opened.kind !== 'read') throw new Error(opened.reason);
    for (const secret of secretsOf(walk)) expect(JSON.stringify(opened)).not.toContain(secret);
    const read = await readTranscript(written.link);
    expect(read.kind === 'read' && read.exchanges).toHaveLength(written.requests);
  });

  it('is sent again by its steps, and nothing of it is edited', () => {
    const masked = exchangesOf(shownTranscript(walk.exchanges));
    expect(flowOfTranscript(masked)).toBe(id);
    expect(clientOfTranscript(masked)).toBe(walk.app.clientId);
    const { items } = planReplay(masked, {
      flow: walk.flow,
      clientType: clientType(walk.app),
      origin: new URL(walk.app.redirectUris[0] ?? host.origin).origin,
    });
    const sent = items.filter(({ step }) => step !== undefined);
    const requests = walk.flow.steps.filter(({ request }) => request !== undefined);
    expect(sent.map(({ step }) => step)).toEqual(requests.map((step) => step.id));
    for (const { edits, notes } of sent) expect([edits, notes]).toEqual([{}, []]);
    for (const { step, notes } of items)
      expect(step !== undefined || notes.length === 1).toBe(true);
  });
});

describe('without what this site writes into its own archives', () => {
  it.each(flowNames)('%s is known by its requests', async (id) => {
    const { exchanges } = await walked(id);
    const bare = exchanges.map(({ id: own, from, to, startedAt, request }): Exchange => ({
      id: own,
      from,
      to,
      startedAt,
      request,
    }));
    // A session that another flow brought shows what is done with it.
    const seen = { 'refresh-token': 'refresh-token', revocation: 'refresh-token' };
    expect(flowOfTranscript(bare)).toBe({ ...seen }[id as keyof typeof seen] ?? id);
  });

  it('a token request is known by what it carries, where its grant is wrong', () => {
    const token = (body: string): Exchange => ({
      id: 'e',
      from: 'app',
      to: 'authorization-server',
      startedAt: 0,
      request: { method: 'POST', url: `${host.origin}/restapi/oauth/token`, headers: [], body },
    });
    expect(flowOfTranscript([token('grant_type=jwt-bearer&assertion=a.b.c')])).toBe('jwt');
    expect(flowOfTranscript([token('grant_type=code&code=c')])).toBe('auth-code');
    expect(flowOfTranscript([token('{"grant_type":"password","username":"u"}')])).toBe('password');
    expect(flowOfTranscript([token('grant_type=refresh_token&refresh_token=r')])).toBe(
      'refresh-token',
    );
  });

  it('other requests belong to none', () => {
    expect(flowOfTranscript([])).toBeUndefined();
  });
});

describe('a mistake in a transcript', () => {
  it('is made again, where it is no secret’s', async () => {
    let made = 0;
    for (const flow of flows) {
      for (const mistake of await loadMistakes(flow.id)) {
        const app = appNamed(flow.app);
        if (mistake.when !== undefined && mistake.when !== clientType(app)) continue;
        const shows = mistake.edits.filter(({ kind }) =>
          ['replace', 'left-out', 'append', 'encode'].includes(kind),
        );
        const names = shows.flatMap((edit) => ('name' in edit ? [edit.name] : []));
        const open = names.filter((name) =>
          flow.steps
            .find(({ id }) => id === mistake.step)
            ?.request?.parameters.some(
              (one) =>
                one.name === name && (one.source.kind === 'fixed' || one.source.kind === 'input'),
            ),
        );
        if (open.length === 0 && mistake.shape === undefined) continue;
        await control('POST', 'reset');
        const walk = new Walk(host, flow, app);
        for (const step of flow.steps) {
          if (step.id === mistake.step) break;
          await walk.run(step);
        }
        const step = flow.steps.find(({ id }) => id === mistake.step);
        if (!step) throw new Error(mistake.id);
        await walk.run(step, mistake);
        const { items } = planReplay(exchangesOf(shownTranscript(walk.exchanges)), {
          flow,
          clientType: clientType(app),
          origin: new URL(app.redirectUris[0] ?? host.origin).origin,
        });
        const item = items.findLast((one) => one.step === mistake.step);
        expect(item?.shape, mistake.id).toBe(mistake.shape);
        const edited = mistake.shape === undefined ? Object.keys(item?.edits ?? {}).sort() : [];
        expect(edited, `${flow.id}: ${mistake.id}`).toEqual(open.sort());
        made += 1;
      }
    }
    expect(made).toBeGreaterThan(20);
  });
});

describe('what is no transcript', () => {
  it.each([
    ['', 'Paste a case link'],
    ['hello', 'neither a case link nor a HAR'],
    ['{"log":{"entries":[]}}', 'cannot read this HAR'],
    [
      '{"log":{"entries":[{"request":{"method":"GET","url":"https://cdn.example/a.png"},"response":{"status":200}}]}}',
      'has no request of a sign-in',
    ],
    ['http://localhost:4321/diagnose/#case=1.abc', 'cut or changed'],
    ['{"log":', 'cannot read this HAR'],
  ])('%j is answered in a sentence', async (text, words) => {
    const read = await readTranscript(text);
    expect(read.kind === 'refused' && read.reason).toContain(words);
  });
});
