import { sessionsInAll, sessionsPerApp } from '#sandbox/limits.ts';
import { goals, verdict } from './goals.ts';
import { type LocalSandbox, makeClock, makeLocalSandbox, type Pair } from './local-sandbox.ts';
import { machine, median } from './statistics.ts';

/**
 * What a sign-in costs while the store fills, from a thousand sessions to its bound and on, where each
 * new session makes an old one go. Every block of requests stands beside a block on a store of about
 * a thousand sessions, run right before it, so that a machine which slows down slows both; what counts
 * is processor time, garbage collection included.
 */
const passes = Number(process.env['PASSES'] ?? 5);
const block = 100;

interface Shape {
  name: string;
  apps: number;
  /** The number of sessions from which old ones go. */
  bound: number;
}
const shapes: readonly Shape[] = [
  { name: 'one app, to its own bound', apps: 1, bound: sessionsPerApp.number },
  { name: '12 apps, to the bound of all', apps: 12, bound: sessionsInAll.number },
  { name: '400 apps, to the bound of all', apps: 400, bound: sessionsInAll.number },
];

/** Processor time of one of so many requests, in microseconds. */
async function costOf(number: number, request: (index: number) => Promise<unknown>) {
  const before = process.cpuUsage();
  for (let index = 0; index < number; index += 1) await request(index);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / number;
}

/** A sandbox that is filled by sign-ins, one app after the other. */
async function makeFilled(apps: number, sessions: number) {
  const box = await makeLocalSandbox({ apps, clock: makeClock() });
  let signedIn = 0;
  const signIn = () => box.signIn((signedIn += 1));
  for (let index = 0; index < sessions; index += 1) await signIn();
  return { box, signIn, number: () => signedIn };
}

/** A store of about a thousand sessions, made anew before it has many more. */
async function makeReference(apps: number, around: number) {
  const least = Math.round(around * 0.6);
  let filled = await makeFilled(apps, least);
  return {
    next: async () => {
      if (filled.number() + block > around * 1.4) filled = await makeFilled(apps, least);
      return filled;
    },
  };
}

interface Cost {
  reference: number;
  full: number;
}

/** One pass of a shape: what blocks cost beside their reference, by how full the store was. */
async function fillOnce({ apps, bound }: Shape): Promise<Map<string, Cost>> {
  // An app alone is at its bound with a thousand, and is measured beside a few hundred.
  const around = Math.min(1000, bound / 2);
  const reference = await makeReference(apps, around);
  const growing = await makeFilled(apps, around);
  const costs = new Map<string, Cost[]>();
  const step = (bound - around) / 4;
  while (growing.number() < bound + Math.max(4 * step, 4000)) {
    const filled = growing.number();
    const level =
      filled >= bound
        ? 'at the bound, old ones go'
        : `up to ${Math.round(around + (Math.floor((filled - around) / step) + 1) * step)} sessions`;
    const { signIn } = await reference.next();
    const beside = await costOf(block, signIn);
    const full = await costOf(block, growing.signIn);
    costs.set(level, [...(costs.get(level) ?? []), { reference: beside, full }]);
  }
  const total = (all: readonly Cost[]): Cost => ({
    reference: all.reduce((sum, { reference: one }) => sum + one, 0) / all.length,
    full: all.reduce((sum, { full }) => sum + full, 0) / all.length,
  });
  const found = new Map([...costs].map(([level, all]) => [level, total(all)]));
  for (const [name, request] of Object.entries(others)) {
    const all: Cost[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const { box } = await reference.next();
      const [few, many] = [await prepare(box), await prepare(growing.box)];
      all.push({
        reference: await costOf(block, (index) => request(box, few[index] as Prepared)),
        full: await costOf(block, (index) => request(growing.box, many[index] as Prepared)),
      });
    }
    found.set(name, total(all));
  }
  return found;
}

interface Prepared extends Pair {
  app: number;
}
/** What a client does with the tokens that it has. */
const others: Record<string, (box: LocalSandbox, pair: Prepared) => Promise<unknown>> = {
  'an API call, store full': (box, { access_token: token }) => box.call(token),
  'a refresh, store full': (box, { app, refresh_token: token }) => box.refresh(app, token),
  'a revocation, store full': (box, { app, refresh_token: token }) => box.revoke(app, token),
};
async function prepare(box: LocalSandbox): Promise<Prepared[]> {
  const pairs: Prepared[] = [];
  for (let app = 0; app < block; app += 1) {
    pairs.push({ app, ...((await (await box.signIn(app)).json()) as Pair) });
  }
  return pairs;
}

console.log(`${passes} passes of ${shapes.length} shapes, about 2 minutes. ${machine()}`);
// The first requests are slow by themselves.
await fillOnce({ name: 'warm-up', apps: 12, bound: 5000 });
for (const shape of shapes) {
  console.log(`\n${shape.name}`);
  const measured = new Map<string, Cost[]>();
  for (let pass = 0; pass < passes; pass += 1) {
    for (const [level, cost] of await fillOnce(shape)) {
      measured.set(level, [...(measured.get(level) ?? []), cost]);
    }
  }
  for (const [level, costs] of measured) {
    const times = median(costs.map(({ reference, full }) => full / reference));
    const full = median(costs.map((cost) => cost.full));
    const end = verdict(times <= goals.timesWithFullStore, `${goals.timesWithFullStore}`);
    console.log(
      `  ${level.padEnd(28)} ${full.toFixed(0).padStart(4)} µs, ${times.toFixed(2)} times: ${end}`,
    );
  }
}
console.log(`\n${machine()}`);
