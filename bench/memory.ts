import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { goals, verdict } from './goals.ts';
import { makeClock, makeLocalSandbox, type Pair } from './local-sandbox.ts';
import { machine, percent } from './statistics.ts';

/**
 * Memory after a million access tokens, as many refresh tokens beside them, that were issued and
 * expired, on a clock that is moved: where it was before, when the event log was full and all
 * tokens had expired. In the first half old sessions go because the store is full, in the second
 * because their tokens expired long ago.
 */
const tokens = Number(process.env['TOKENS'] ?? 1_000_000);
const apps = 12;
const batch = 1000;
const hour = 3_600_000;
const day = 24 * hour;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const clock = makeClock();
const box = await makeLocalSandbox({ apps, clock });
let issued = 0;

/** A batch of sign-ins; then the clock goes on, and their access tokens are known to be over. */
async function issueBatch(pause: number): Promise<void> {
  let last: Response | undefined;
  for (let index = 0; index < batch; index += 1) last = await box.signIn((issued += 1));
  const { access_token: token } = (await (last as Response).json()) as Pair;
  if ((await box.call(token)) !== 200) throw new Error('A token that was just issued is refused');
  clock.forward(pause);
  if ((await box.call(token)) !== 401) throw new Error('A token outlived its time');
}

interface Memory {
  heap: number;
  resident: number;
}
/** What is held once everything expired and was swept. */
async function measure(): Promise<Memory> {
  clock.forward(400 * day);
  await box.call('none');
  const { used } = await box.sessions();
  if (used.number > 0) throw new Error(`${used.number} sessions are left after a year`);
  collect();
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed, resident: rss };
}
const inMegabytes = (octets: number) => `${(octets / 1_048_576).toFixed(1)} MB`;
const print = (name: string, { heap, resident }: Memory) =>
  console.log(`${name.padEnd(34)} heap ${inMegabytes(heap)}, resident ${inMegabytes(resident)}`);

console.log(`${tokens} access tokens, one to three minutes. ${machine()}`);
print('no token issued', await measure());
for (let count = 0; count < 30; count += 1) await issueBatch(2 * hour);
const before = await measure();
print('after 30000, which fill the log', before);
const started = performance.now();
issued = 0;
while (issued < tokens) {
  await issueBatch(issued < tokens / 2 ? 2 * hour : 5 * day);
  if (issued % 100_000 === 0) {
    const { used } = await box.sessions();
    const seconds = (performance.now() - started) / 1000;
    console.log(`  ${issued} in ${seconds.toFixed(0)} s, ${used.number} sessions kept`);
  }
}
const after = await measure();
print(`after ${tokens} more`, after);
const growth = after.heap / before.heap - 1;
const goal = `within ${percent(goals.memoryWithin)}`;
const change = `${percent(Math.abs(growth))} ${growth > 0 ? 'more' : 'less'}`;
console.log(
  `\nheap ${change} than it was: ${verdict(growth <= goals.memoryWithin, goal)}. ${machine()}`,
);
