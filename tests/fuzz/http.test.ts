import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chanceOf } from './chance.ts';
import { coverageOf } from './coverage.ts';
import { draftOf } from './grammar.ts';
import type { Living } from './grammar.ts';
import { mark, mutate, mutateOctets } from './mutate.ts';
import { octetsOf, send } from './send.ts';
import type { Reply } from './send.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_128);
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 5000);
const abreast = 24;
/** Where the server leaves what of it ran; nowhere unless it is asked for, since counting slows it. */
const coverage = process.env['FUZZ_COVERAGE'] ? mkdtempSync(join(tmpdir(), 'coverage-')) : '';

let site: string;
let server: ChildProcessWithoutNullStreams;
let port: number;
let complaints = '';

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'fuzz-'));
  for (const [path, text] of [
    ['index.html', 'home'],
    ['404.html', 'missing'],
    ['flows/index.html', 'flows'],
    ['callback/index.html', 'callback'],
  ] as const) {
    mkdirSync(join(site, path, '..'), { recursive: true });
    writeFileSync(join(site, path), `<!doctype html><title>${text}</title>`);
  }
  server = spawn(process.execPath, [fileURLToPath(new URL('serve.ts', import.meta.url)), site], {
    env: { ...process.env, NODE_V8_COVERAGE: coverage },
  });
  server.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const [line] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string];
  port = Number(line);
});
afterAll(async () => {
  const ended = once(server, 'exit');
  server.stdin.end();
  await ended;
  rmSync(site, { recursive: true });
  if (coverage === '') return;
  console.table(coverageOf(coverage));
  rmSync(coverage, { recursive: true });
});

/** What the last answers handed out, for requests to come. */
function harvest({ text }: Reply, living: Living): void {
  const found = (pattern: RegExp) => pattern.exec(text)?.[1];
  living.accessToken = found(/"access_token":"([^"]+)"/) ?? living.accessToken;
  living.refreshToken = found(/"refresh_token":"([^"]+)"/) ?? living.refreshToken;
  living.code = found(/^location: [^\r]*[?&]code=([^&\r]+)/im) ?? living.code;
  living.transaction = found(/name="transaction" value="([^"]+)"/) ?? living.transaction;
}

const insides = /\n\s+at .+:\d+:\d+|node:internal|file:\/\/|\.ts:\d+|\/src\/sandbox\//;
/** The demo apps' own addresses and those that the fuzzer registers; a path stays on the server. */
const ours = /^(?:\/(?![/\\])|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?\/)/;

/** What is wrong with an answer, whatever the request was. */
function faultsOf({ text, hung }: Reply, method: string | undefined): string[] {
  const faults: string[] = [];
  if (hung) faults.push('no end');
  if (/^HTTP\/1\.1 5\d\d/m.test(text)) faults.push('5xx');
  if (insides.test(text)) faults.push('its insides');
  if (/^x-injected:/im.test(text)) faults.push('a header of the client');
  for (const [, location = ''] of text.matchAll(/^location: ([^\r\n]*)/gim)) {
    if (!ours.test(location)) faults.push(`a Location to a stranger: ${location}`);
  }
  const end = text.indexOf('\r\n\r\n');
  const isHtml = /^content-type: text\/html/im.test(text.slice(0, end));
  if (isHtml && text.includes(mark)) faults.push('markup of the client');
  if (method === 'HEAD' && end >= 0 && text.length > end + 4) faults.push('a body for HEAD');
  const isOfSandbox = /^rcrequestid:/im.test(text);
  if (isOfSandbox && !/^x-content-type-options: nosniff/im.test(text)) faults.push('no nosniff');
  return faults;
}

const authenticates = /^[A-Z]+ \/restapi\/oauth\/(?:token|revoke)\b/;

/** Whether the rule that an answer names comes after the client is known (up to AS-116 they are its own). */
function isPastAuthentication(status: string, text: string): boolean {
  if (status === '200') return true;
  const rule = Number(/^sandbox-rule: AS-(\d+)/im.exec(text)?.[1]);
  return status === '400' && rule > 116;
}

describe('the server under odd requests', () => {
  it(
    `answers ${requests} of seed ${seed} without a 5xx, a hang or a word of its insides`,
    async () => {
      const chance = chanceOf(seed);
      const living: Living = {
        origin: `http://localhost:${port}`,
        accessToken: 'none-yet',
        refreshToken: 'none-yet',
        code: 'none-yet',
        transaction: 'none.yet',
      };
      const statuses = new Map<string, number>();
      const wrong: unknown[] = [];
      let slowest = 0;
      let made = 0;
      /** Requests of endpoints that authenticate the client, and how many of them got past that. */
      let asked = 0;
      let past = 0;

      async function sendOne(): Promise<void> {
        const number = (made += 1);
        const draft = draftOf(living, chance);
        const kind = chance.pick(['as it is', 'mutated', 'mutated', 'mutated', 'octets']);
        if (kind !== 'as it is') mutate(draft, chance);
        const whole = octetsOf(draft, port);
        const octets = kind === 'octets' ? mutateOctets(whole, chance) : whole;
        const reply = await send(octets, port, kind === 'as it is');
        harvest(reply, living);
        slowest = Math.max(slowest, reply.milliseconds);
        const status = /^HTTP\/1\.1 (\d{3})/.exec(reply.text)?.[1] ?? 'none';
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (authenticates.test(Buffer.from(octets.subarray(0, 60)).toString('latin1'))) {
          asked += 1;
          if (isPastAuthentication(status, reply.text)) past += 1;
        }
        const faults = faultsOf(reply, kind === 'octets' ? undefined : draft.method);
        if (kind === 'as it is' && status === 'none') faults.push('no answer');
        if (faults.length > 0) {
          const sent = Buffer.from(octets).toString('latin1').slice(0, 2000);
          wrong.push({ seed, number, faults, sent, text: reply.text.slice(0, 600) });
        }
      }

      const sendOn = async (): Promise<void> => {
        while (made < requests) await sendOne();
      };
      await Promise.all(Array.from({ length: abreast }, sendOn));

      const counted = [...statuses].sort().map(([status, count]) => `${status} ${count}`);
      console.log(`fuzz: ${counted.join(', ')}; slowest ${Math.round(slowest)} ms`);
      const share = (past / asked) * 100;
      console.log(`past client authentication: ${past} of ${asked} (${share.toFixed(1)} %)`);
      expect(wrong).toEqual([]);
      // A fuzzer that is refused at the door tries nothing behind it.
      expect(share).toBeGreaterThanOrEqual(30);
      // A bound against hanging, not a measure.
    },
    300_000 + requests * 20,
  );

  const wish = (lines: string) => Buffer.from(`${lines.replaceAll('\n', '\r\n')}\r\n\r\n`);
  it.each([
    [
      'WebSocket',
      'GET /sandbox/api/events HTTP/1.1\nHost: localhost\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ],
    [
      'HTTP/2 by upgrade',
      'GET /.well-known/oauth-authorization-server HTTP/1.1\nHost: localhost\nConnection: Upgrade, HTTP2-Settings, close\nUpgrade: h2c\nHTTP2-Settings: AAMAAABkAAQAAP__',
    ],
    ['HTTP/2 at once', 'PRI * HTTP/2.0\n\nSM'],
  ])('speaks no %s, and the connection ends', async (_, lines) => {
    const { text, hung } = await send(wish(lines), port, false);
    expect(hung).toBe(false);
    expect(text).toMatch(/^HTTP\/1\.1 (?:[245]\d\d)/);
    expect(text).not.toMatch(/^HTTP\/1\.1 101|^upgrade:/im);
  });

  it('and then lives on, has said nothing on its console, and signs a user in', async () => {
    const base = `http://localhost:${port}`;
    expect((await fetch(`${base}/sandbox/api/reset`, { method: 'POST' })).status).toBe(204);
    const answer = await fetch(`${base}/restapi/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('sandbox-server-only:sandbox-server-only-secret')}` },
      body: new URLSearchParams({
        grant_type: 'password',
        username: '101@sandbox.example',
        password: 'sandbox-password',
      }),
    });
    expect(answer.status).toBe(200);
    expect([server.exitCode, complaints]).toEqual([null, '']);
  });
});
