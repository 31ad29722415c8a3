import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMeasured } from './support/measured.ts';
import { type Victim, startVictim } from './support/victim.ts';

/** A log full of exchanges that cost the most to mask, and a page that opens its stream. */
let victim: Victim;
beforeAll(async () => {
  victim = await startVictim();
});
afterAll(() => victim.end());

const app = 'sandbox-server-only';

/** As many secrets as are looked for, each of which reads otherwise in every encoding. */
function hostileBody(index: number, secrets: number): string {
  const codes = Array.from(
    { length: secrets },
    (_, one) => `code=${encodeURIComponent(`c${index}"<€>'&${one}`)}`,
  );
  return `client_id=${app}&${codes.join('&')}`;
}

/** What the last request of all names: whoever has read this has read what the log still holds. */
const lastOne = 'the-last-one';

const post = async (body: string): Promise<void> => {
  const response = await fetch(`${victim.origin}/restapi/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  await response.text();
};

async function fill(secrets: number): Promise<void> {
  for (let begin = 0; begin < 1000; begin += 20) {
    await Promise.all(
      Array.from({ length: 20 }, (_, one) => post(hostileBody(begin + one, secrets))),
    );
  }
  await post(`client_id=${app}&grant_type=${lastOne}-${secrets}`);
}

/** How long the API takes to answer, in milliseconds, again and again until `until` is done. */
async function answers(until: () => Promise<unknown>): Promise<number[]> {
  const stop = await startMeasured('asking-process.ts', `${victim.origin}/restapi`);
  await until();
  const { took, wrong } = await stop();
  expect(wrong).toEqual([]);
  return took;
}

/** Opens the stream and reads until the backlog has come; answers how many events that was. */
async function readBacklog(path: string, last: string): Promise<number> {
  const abort = new AbortController();
  const response = await fetch(`${victim.origin}${path}`, { signal: abort.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let seen = 0;
  let text = '';
  while (reader && !text.includes(last)) {
    const { value = '', done } = await reader.read();
    if (done) throw new Error('The stream ended.');
    text = text.slice(-last.length) + value;
    seen += value.split('\nevent: exchange').length - 1;
  }
  abort.abort();
  return seen;
}

const median = (figures: number[]) => figures.sort((a, b) => a - b)[figures.length >> 1] ?? 0;

describe('a stream onto a full hostile log', () => {
  test.each([
    ['64 secrets an exchange', 64],
    ['200 secrets an exchange', 200],
  ])(
    '%s: another request waits at most 25 ms more (median of five), none over 100',
    async (_, secrets) => {
      await fill(secrets);
      const quiet = median(await answers(() => wait(500)));
      const medians: number[] = [];
      let most = 0;
      let events = 0;
      for (let round = 0; round < 5; round += 1) {
        // The first round finds a log that nobody has read.
        const path =
          round % 2 === 0 ? `/sandbox/api/events?clientId=${app}` : '/sandbox/api/events';
        const took = await answers(async () => {
          events = await readBacklog(path, `${lastOne}-${secrets}`);
        });
        most = Math.max(most, ...took);
        medians.push(median(took));
      }
      console.log(
        `${events} events; without a stream ${quiet.toFixed(1)} ms; with one, medians ${medians.map((one) => one.toFixed(1)).join(', ')} ms, most ${most.toFixed(1)} ms`,
      );
      expect(events).toBeGreaterThan(100);
      expect(median(medians) - quiet).toBeLessThanOrEqual(25);
      expect(most).toBeLessThanOrEqual(100);
    },
  );
});
