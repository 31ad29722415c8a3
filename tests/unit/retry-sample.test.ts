import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/** The code that /guides/rate-limits-and-retries/ prints, against a server that answers as it is told. */
interface RetrySample {
  sleep: { for(seconds: number): Promise<void> };
  callPatiently(url: string, options?: RequestInit): Promise<Response>;
}

type Answer = (response: ServerResponse) => void;
const answer =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end();
const nothing: Answer = (response) => response.destroy();

let sample: RetrySample;
let server: Server;
let url: string;
let answers: Answer[];
let asked: number;
let waited: number[];

beforeEach(async () => {
  const file = new URL('../../content/guides/_samples/retry.mjs', import.meta.url);
  sample = (await import(fileURLToPath(file))) as RetrySample;
  waited = [];
  asked = 0;
  sample.sleep.for = (seconds) => {
    waited.push(seconds);
    return Promise.resolve();
  };
  server = createServer((_, response) => {
    asked += 1;
    (answers.shift() ?? answer(200))(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
});
afterEach(() => new Promise((closed) => server.close(closed)));

describe('guides/rate-limits-and-retries/: the sample', () => {
  test('429 waits as long as Retry-After says, and 30 seconds without it', async () => {
    answers = [answer(429, { 'retry-after': '7' }), answer(429), answer(200)];
    expect((await sample.callPatiently(url)).status).toBe(200);
    expect(waited).toEqual([7, 30]);
  });

  test('503 with Retry-After waits that long; without it, 2, 4, 8, 16, 32, and five repeats are all', async () => {
    answers = [answer(503, { 'retry-after': '9' }), answer(200)];
    expect((await sample.callPatiently(url)).status).toBe(200);
    expect(waited).toEqual([9]);
    waited = [];
    asked = 0;
    answers = Array.from({ length: 9 }, () => answer(503));
    expect((await sample.callPatiently(url)).status).toBe(503);
    expect(waited).toEqual([2, 4, 8, 16, 32]);
    expect(asked).toBe(6);
  });

  test('no answer backs off in the same way, and says at last that there was none', async () => {
    answers = [nothing, nothing, answer(200)];
    expect((await sample.callPatiently(url)).status).toBe(200);
    expect(waited).toEqual([2, 4]);
    answers = Array.from({ length: 9 }, () => nothing);
    await expect(sample.callPatiently(url)).rejects.toThrow(/after 6 tries/);
  });

  test.each([400, 401, 403, 404, 501])('%i is final', async (status) => {
    answers = [answer(status)];
    expect((await sample.callPatiently(url)).status).toBe(status);
    expect([asked, waited]).toEqual([1, []]);
  });

  test('who gives up is not made to wait', async () => {
    answers = [];
    const options = { signal: AbortSignal.abort() };
    await expect(sample.callPatiently(url, options)).rejects.toThrow();
    expect(waited).toEqual([]);
  });
});
