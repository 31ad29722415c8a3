import { describe, expect, it } from 'vitest';
import type { Exchange } from '#protocol/exchange.ts';
import { rfcSections } from '#protocol/rfc-sections.ts';
import { faultHeader } from '#protocol/sandbox-fault.ts';
import type { FaultName } from '../faults/names.ts';
import { faultTable } from '../faults/table.ts';
import { challenges } from './challenges.ts';
import type { Judged } from './challenge.ts';
import { inOrder, isCertified, reportOf, sumOf } from './report.ts';
import { type Result, runChallenge } from './run.ts';

interface Line {
  at?: number;
  method?: string;
  path: string;
  form?: Record<string, string>;
  status?: number;
  fault?: FaultName;
  headers?: [string, string][];
}

let count = 0;
function exchange({
  at = 0,
  method = 'POST',
  path,
  form,
  status = 200,
  fault,
  headers = [],
}: Line): Exchange {
  count += 1;
  return {
    id: `event-${count}`,
    from: 'app',
    to: path.includes('/v1.0/') ? 'api' : 'authorization-server',
    clientId: 'mine',
    startedAt: at * 1000,
    request: {
      method,
      url: `http://localhost:4321${path}`,
      headers: [],
      ...(form && { body: String(new URLSearchParams(form)) }),
    },
    response: {
      status,
      headers: [...headers, ...(fault ? [[faultHeader, fault] as [string, string]] : [])],
    },
  };
}

const authorize = () =>
  exchange({ method: 'GET', path: '/restapi/oauth/authorize?client_id=mine' });
const consent = (fault?: FaultName) =>
  exchange({ path: '/restapi/oauth/authorize/consent', status: 303, ...(fault && { fault }) });
const code = (more: Partial<Line> = {}, value = 'code 1') =>
  exchange({
    path: '/restapi/oauth/token',
    form: { grant_type: 'authorization_code', code: value },
    ...more,
  });
const refresh = (more: Partial<Line> = {}, value = 'refresh token 1') =>
  exchange({
    path: '/restapi/oauth/token',
    form: { grant_type: 'refresh_token', refresh_token: value },
    ...more,
  });
const call = (more: Partial<Line> = {}) =>
  exchange({ method: 'GET', path: '/restapi/v1.0/account/~/extension/~', ...more });

/** What it comes to once nothing more is sent. */
function judge(id: string, log: Exchange[]): Judged['verdict'] {
  const judged = challenges.find((each) => each.id === id)?.judge(log);
  if (!judged) throw new Error(`No challenge is called ${id}`);
  return judged.verdict === 'open' ? (judged.ifSilent ?? 'not-reached') : judged.verdict;
}

const limited = {
  fault: 'rate-limit',
  status: 429,
  headers: [['Retry-After', '3']],
} satisfies Partial<Line>;
const down = { fault: 'unavailable', status: 503 } as const;

/** Logs with the verdict that they come to; several of each challenge. */
const logs: [id: string, verdict: Judged['verdict'], what: string, log: Exchange[]][] = [
  [
    'refresh-once',
    'passed',
    'one refresh for three calls',
    [code(), refresh({ at: 5 }), call({ at: 5 }), call({ at: 5 }), call({ at: 5 })],
  ],
  [
    'refresh-once',
    'failed',
    'two refreshes with one token',
    [code(), refresh({ at: 5 }), refresh({ at: 5.2 }), call({ at: 6 }), call({ at: 6 })],
  ],
  [
    'refresh-once',
    'passed',
    'a later refresh with the new token',
    [refresh({ at: 5 }), call(), call(), refresh({ at: 6 }, 'refresh token 2'), call()],
  ],
  ['refresh-once', 'not-reached', 'nothing came together', [code(), refresh({ at: 5 }), call()]],
  ['retry-after', 'passed', 'three seconds later', [call(limited), call({ at: 3 })]],
  ['retry-after', 'passed', 'not again', [call(limited)]],
  ['retry-after', 'failed', 'a second too early', [call(limited), call({ at: 2 })]],
  [
    'retry-after',
    'passed',
    'another call meanwhile is no repetition',
    [call(limited), call({ at: 1, path: '/restapi/v1.0/account/~/call-log' }), call({ at: 3.1 })],
  ],
  ['code-once', 'passed', 'no more', [code(down)]],
  [
    'code-once',
    'passed',
    'a new code of a new sign-in',
    [code(down), authorize(), code({}, 'code 2')],
  ],
  ['code-once', 'failed', 'the same code', [code(down), code()]],
  ['code-once', 'failed', 'the same code long after', [code(down), authorize(), code({ at: 900 })]],
  [
    'no-refresh-token',
    'passed',
    'goes on and ends',
    [code({ fault: 'no-refresh-token' }), call(), call({ status: 401 })],
  ],
  [
    'no-refresh-token',
    'failed',
    'refreshes with nothing',
    [code({ fault: 'no-refresh-token' }), call(), refresh({ status: 400 }, 'undefined')],
  ],
  ['no-refresh-token', 'failed', 'takes it for no sign-in', [code({ fault: 'no-refresh-token' })]],
  ['altered-state', 'passed', 'silence', [authorize(), consent('altered-state')]],
  [
    'altered-state',
    'passed',
    'begins anew',
    [consent('altered-state'), authorize(), consent(), code()],
  ],
  ['altered-state', 'failed', 'goes on', [consent('altered-state'), code()]],
  ['wrong-iss', 'failed', 'goes on', [consent('wrong-iss'), code()]],
  ['wrong-iss', 'passed', 'silence', [consent('wrong-iss')]],
  ['no-access-token', 'passed', 'silence', [code({ fault: 'no-access-token' })]],
  [
    'no-access-token',
    'failed',
    'calls with what it has not',
    [code({ fault: 'no-access-token' }), call({ status: 401 })],
  ],
  [
    'backs-off',
    'passed',
    'a second, then two',
    [call(down), call({ ...down, at: 1 }), call({ ...down, at: 3 })],
  ],
  ['backs-off', 'failed', 'at once', [call(down), call({ ...down, at: 0.1 })]],
  ['backs-off', 'failed', 'without end', [0, 1, 2, 3, 4, 5, 6].map((at) => call({ ...down, at }))],
  [
    'rotated-token',
    'passed',
    'the new one',
    [refresh({ at: 5 }), refresh({ at: 10 }, 'refresh token 2')],
  ],
  ['rotated-token', 'failed', 'the old one', [refresh({ at: 5 }), refresh({ at: 10 })]],
  [
    'rotated-token',
    'failed',
    'the old one, refused',
    [refresh({ at: 5 }), refresh({ at: 10, status: 400 })],
  ],
  ['rotated-token', 'not-reached', 'one refresh', [refresh({ at: 5 })]],
  ['session-ended', 'passed', 'ends', [code(), refresh({ status: 400 })]],
  [
    'session-ended',
    'failed',
    'refreshes on',
    [code(), refresh({ status: 400 }), refresh({ status: 400 })],
  ],
  [
    'session-ended',
    'failed',
    'calls on',
    [code(), refresh({ status: 400 }), call({ status: 401 })],
  ],
  ['lower-case-bearer', 'passed', 'calls', [code({ fault: 'lower-case-bearer' }), call()]],
  ['lower-case-bearer', 'failed', 'does not', [code({ fault: 'lower-case-bearer' })]],
  [
    'survives-html',
    'passed',
    'calls later',
    [call({ fault: 'html-body', status: 502 }), call({ at: 1 })],
  ],
  ['survives-html', 'failed', 'is gone', [call({ fault: 'html-body', status: 502 })]],
  ['no-secret-in-address', 'passed', 'none', [code(), call()]],
  [
    'no-secret-in-address',
    'failed',
    'a token',
    [code(), call({ path: '/restapi/v1.0/account/~/extension/~?access_token=x' })],
  ],
];

describe('a challenge is judged by the log alone', () => {
  it.each(logs)('%s is %s: %s', (id, verdict, _, log) => {
    expect(judge(id, log)).toBe(verdict);
  });

  it('is never passed where the program did not come to it', () => {
    for (const { id } of challenges) {
      for (const log of [[], [authorize()], [authorize(), consent()]]) {
        expect(judge(id, log), id).toBe('not-reached');
      }
    }
  });

  it('has a way to fail and a way to pass, a section that there is, and faults that can be given', () => {
    for (const { id, gives = [], section, fix, expected } of challenges) {
      const verdicts = logs.filter(([named]) => named === id).map(([, verdict]) => verdict);
      expect(verdicts, id).toEqual(expect.arrayContaining(['passed', 'failed']));
      const [, number, part] = /RFC (\d+) (\S+)/.exec(section.label) ?? [];
      expect((rfcSections as Record<string, readonly string[]>)[number ?? '']).toContain(part);
      for (const { fault, at } of gives) {
        if (at) expect(faultTable[fault].places).toContain(at);
        expect(faultTable[fault].needsSocket, id).toBeUndefined();
      }
      for (const text of [fix, expected]) expect(text).toMatch(/\.$/);
    }
    expect(new Set(challenges.map(({ id }) => id)).size).toBe(challenges.length);
  });
});

const [first, second] = challenges;
if (!first || !second) throw new Error('There are no challenges');
const resultOf = (verdict: Result['verdict'], challenge = first): Result => ({
  challenge,
  verdict,
  received: 'This.',
});

describe('the report', () => {
  it('has failures first, then what was not reached', () => {
    const results = [resultOf('passed'), resultOf('not-reached'), resultOf('failed', second)];
    expect(inOrder(results).map(({ verdict }) => verdict)).toEqual([
      'failed',
      'not-reached',
      'passed',
    ]);
    expect(sumOf(results)).toBe('1 failed, 1 not reached, 1 passed');
    const text = reportOf(results, {
      clientId: 'mine',
      origin: 'http://localhost:4321',
      program: { language: 'php', lesson: 'no such lines' },
    });
    expect(text).toContain(`## Failed: ${second.title}`);
    expect(text).toContain(`- Expected: ${second.expected}\n- Received: This.`);
    expect(text).toContain(`- Rule: [${second.section.label}](${second.section.href})`);
    expect(text).toContain('(http://localhost:4321/quick-start/authorization-flow/php/)');
    expect(text.indexOf('## Failed')).toBeLessThan(text.indexOf('## Not reached'));
  });

  it('says of a part that it is one, and which challenges were not run', () => {
    const about = { clientId: 'mine', origin: 'http://localhost:4321' };
    const part = reportOf([{ challenge: first, verdict: 'passed', received: 'This.' }], about);
    expect(part).toContain(`## Not run: ${challenges.length - 1} of ${challenges.length}\n`);
    expect(part).toContain(`\n- ${second.title}\n`);
    expect(part).not.toContain(`\n- ${first.title}\n`);
    const all = challenges.map((challenge) => ({
      ...{ challenge, verdict: 'passed' as const, received: 'This.' },
    }));
    expect(reportOf(all, about)).not.toContain('Not run');
  });

  it('takes no markup from a client id, which may have any character', () => {
    const clientId = '`<img src=x>[me](https://evil.example)`';
    const [title] = reportOf([], { clientId, origin: 'http://localhost:4321' }).split('\n');
    expect(title).toBe(`# Certification of \`\` ${clientId} \`\``);
  });

  it('certifies nothing that was not reached, and nothing at all', () => {
    expect(isCertified([resultOf('passed')])).toBe(true);
    expect(isCertified([resultOf('passed'), resultOf('not-reached')])).toBe(false);
    expect(isCertified([])).toBe(false);
  });
});

describe('a run', () => {
  function fakeSandbox(events: Exchange[], inForce: object[] = [], own: object = {}) {
    const asked: string[] = [];
    const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
      asked.push([method, path, ...(body === undefined ? [] : [JSON.stringify(body)])].join(' '));
      if (path.startsWith('/events')) {
        return { events: events.map((each, index) => ({ id: String(index + 1), exchange: each })) };
      }
      if (path.startsWith('/faults')) return { inForce };
      const general = { accessTokenLifetimeSeconds: 3600, rotation: 'grace' };
      return path.includes('clientId') ? { ...general, ...own } : general;
    };
    return { asked, control };
  }
  const options = { clientId: 'mine', mostSeconds: 5, silenceSeconds: 0.5 };
  let now = 0;
  const clock = { now: () => now };
  const wait = (milliseconds: number) => {
    now += milliseconds;
    return Promise.resolve();
  };

  it('takes back what it changed, whatever comes of it', async () => {
    const { asked, control } = fakeSandbox([]);
    const drive = () => Promise.reject(new Error('The driver fell.'));
    await expect(runChallenge(first, options, { control, wait, clock, drive })).rejects.toThrow(
      'fell',
    );
    expect(asked.slice(-2)).toEqual(['DELETE /apps/mine/faults', 'DELETE /policy?clientId=mine']);
  });

  it('puts a policy back that was the app’s own', async () => {
    const { asked, control } = fakeSandbox([], [], { accessTokenLifetimeSeconds: 60 });
    await runChallenge(first, options, { control, wait, clock });
    expect(asked.slice(-2)).toEqual([
      'DELETE /apps/mine/faults',
      'PUT /policy?clientId=mine {"accessTokenLifetimeSeconds":60}',
    ]);
  });

  it('ends a driver that does not end', async () => {
    const { asked, control } = fakeSandbox([]);
    const drive = (_: unknown, __: unknown, ended: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        ended.addEventListener('abort', () => reject(ended.reason as Error));
      });
    const run = runChallenge(first, options, { control, wait, clock, drive });
    await expect(run).rejects.toThrow('did not end within 5 seconds in refresh-once');
    expect(asked.at(-1)).toBe('DELETE /policy?clientId=mine');
  });

  it('passes nothing by silence that it did not wait for', async () => {
    const events: Exchange[] = [];
    const { control } = fakeSandbox(events);
    let polls = 0;
    const meet = (milliseconds: number) => {
      polls += 1;
      if (polls === 2) events.push(call(limited));
      return wait(milliseconds);
    };
    const challenge = challenges.find(({ id }) => id === 'retry-after') ?? first;
    const byHand = (silenceSeconds: number) =>
      runChallenge(challenge, { ...options, silenceSeconds }, { control, wait: meet, clock });
    const { verdict, received } = await byHand(15);
    expect([verdict, received]).toEqual([
      'not-reached',
      'The call was not sent again. The time was up before that was decided.',
    ]);
    [polls, events.length] = [0, 0];
    expect((await byHand(4)).verdict).toBe('passed');
  });

  it('takes the end of a driver for silence, though its time was up', async () => {
    const events: Exchange[] = [];
    const { control } = fakeSandbox(events);
    const challenge = challenges.find(({ id }) => id === 'retry-after') ?? first;
    const drive = () =>
      new Promise<void>((resolve) => {
        setTimeout(() => {
          events.push(call(limited));
          resolve();
        });
      });
    const { verdict } = await runChallenge(challenge, options, { control, wait, clock, drive });
    expect(verdict).toBe('passed');
  });

  it('leaves a fault alone that somebody else has given', async () => {
    const { asked, control } = fakeSandbox([], [{ fault: 'html-body' }]);
    await expect(runChallenge(first, options, { control, wait, clock })).rejects.toThrow(
      'or another run does so now: “HTML instead of JSON”.',
    );
    expect(asked.some((each) => each.startsWith('DELETE'))).toBe(false);
  });

  it('looks at nothing that came before it began, nor at another program', async () => {
    const events = [code(), call({ path: '/restapi/v1.0/account/~?access_token=x' })];
    const { control } = fakeSandbox(events);
    const last = challenges.find(({ id }) => id === 'no-secret-in-address') ?? first;
    const drive = async () =>
      void events.push({
        ...call({ path: '/restapi/v1.0/account/~?access_token=x' }),
        clientId: 'other',
      });
    const { verdict } = await runChallenge(last, options, { control, wait, clock, drive });
    expect(verdict).toBe('not-reached');
  });

  it('judges what a slow driver has sent by its end too', async () => {
    const events: Exchange[] = [];
    const { control } = fakeSandbox(events);
    const last = challenges.find(({ id }) => id === 'no-secret-in-address') ?? first;
    const sends = call({ path: '/restapi/v1.0/account/~?access_token=x' });
    const drive = () =>
      new Promise<void>((resolve) => {
        setTimeout(() => {
          events.push(sends);
          resolve();
        });
      });
    const { verdict } = await runChallenge(last, options, { control, wait, clock, drive });
    expect(verdict).toBe('failed');
  });

  it('ends when whoever drives by hand says so, and what was not reached is no pass', async () => {
    const { control } = fakeSandbox([]);
    const seen: number[] = [];
    const begun = now;
    const watch = {
      changes: () => undefined,
      looked: (log: readonly Exchange[]) => void seen.push(log.length),
      isDone: () => seen.length >= 3,
    };
    const long = { ...options, mostSeconds: 60 };
    const { verdict } = await runChallenge(first, long, { control, wait, clock, watch });
    expect([verdict, now - begun < 3000]).toEqual(['not-reached', true]);
  });

  it('is ended from outside, and everything is put back; what does so is told before', async () => {
    const { asked, control } = fakeSandbox([]);
    const stop = new AbortController();
    let told: unknown;
    const watch = {
      changes: (takeBack: unknown) => void (told = takeBack),
      looked: () => stop.abort(new Error('Enough.')),
      isDone: () => false,
    };
    const surroundings = { control, wait, clock, watch, signal: stop.signal };
    await expect(runChallenge(first, options, surroundings)).rejects.toThrow('Enough.');
    expect(told).toEqual([
      ['DELETE', '/apps/mine/faults'],
      ['DELETE', '/policy?clientId=mine'],
    ]);
    expect(asked.slice(-2)).toEqual(['DELETE /apps/mine/faults', 'DELETE /policy?clientId=mine']);
  });

  it('goes by the clock where a wait takes longer than asked, as in a tab in the background', async () => {
    const { control } = fakeSandbox([]);
    let waits = 0;
    const slow = () => {
      waits += 1;
      return wait(1000);
    };
    await runChallenge(first, options, { control, wait: slow, clock });
    expect(waits).toBe(5);
  });
});
