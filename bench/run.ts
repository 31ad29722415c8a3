import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import autocannon from 'autocannon';
import type { Target } from './target.ts';

/**
 * The token endpoint beside a peer and beside the floor. Each runs in a process
 * of its own and is driven from this one, so that with two cores neither takes
 * the other's. The rounds interleave: a machine that slows down slows all three.
 */
const names = ['sandbox', 'oidc-provider', 'bare'] as const;
type Name = (typeof names)[number];

const rounds = Number(process.env['ROUNDS'] ?? 5);
const seconds = Number(process.env['SECONDS'] ?? 5);
const connections = 10;

const done = { peer: 2, bare: 0.25 };
const goal = { peer: 3, bare: 0.4 };

interface Running {
  child: ChildProcess;
  target: Target;
}
interface Rate {
  /** Requests answered a second. */
  perSecond: number;
  /** Processor time for one, on all threads of the target's process. */
  microseconds: number;
}

async function start(name: Name): Promise<Running> {
  const child = fork(new URL(`targets/${name}.ts`, import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: process.execArgv,
  });
  const failed = once(child, 'exit').then(() => {
    throw new Error(`${name} ended before it answered`);
  });
  const [target] = (await Promise.race([once(child, 'message'), failed])) as [Target];
  failed.catch(() => undefined);
  return { child, target };
}

async function processorTime(child: ChildProcess): Promise<number> {
  const reply = once(child, 'message');
  child.send('processor time');
  const [microseconds] = (await reply) as [number];
  return microseconds;
}

/** One round's rate, or an error when a single answer was not 200. */
async function drive(name: Name, { child, target }: Running, duration: number): Promise<Rate> {
  const before = await processorTime(child);
  const result = await autocannon({
    url: target.url,
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: target.authorization,
    },
    body: target.body,
    connections,
    duration,
  });
  const statuses = Object.keys(result.statusCodeStats);
  if (result.errors || result.timeouts || statuses.some((status) => status !== '200')) {
    throw new Error(
      `${name}: ${result.errors} errors, ${result.timeouts} timeouts, statuses ${statuses.join(', ')}; every answer must be 200`,
    );
  }
  const used = (await processorTime(child)) - before;
  return {
    perSecond: result.requests.average,
    // What the machine's other work cannot disturb.
    microseconds: used / result['2xx'],
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

const running = new Map<Name, Running>();
const measured: Record<Name, Rate[]> = { sandbox: [], 'oidc-provider': [], bare: [] };
try {
  for (const name of names) running.set(name, await start(name));
  for (const [name, one] of running) await drive(name, one, 2);
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, one] of running) {
      const rate = await drive(name, one, seconds);
      measured[name].push(rate);
      console.log(`round ${round}  ${line(name, rate)}`);
    }
  }
} finally {
  for (const { child } of running.values()) child.disconnect();
}

function line(name: Name, { perSecond, microseconds }: Rate): string {
  return `${name.padEnd(14)} ${perSecond.toFixed(0).padStart(6)} requests/s ${microseconds.toFixed(0).padStart(6)} µs of processor each`;
}

const middle = (name: Name): Rate => ({
  perSecond: median(measured[name].map(({ perSecond }) => perSecond)),
  microseconds: median(measured[name].map(({ microseconds }) => microseconds)),
});
const [sandbox, peer, bare] = [middle('sandbox'), middle('oidc-provider'), middle('bare')];
const ratios = {
  peer: sandbox.perSecond / peer.perSecond,
  bare: sandbox.perSecond / bare.perSecond,
};
const verdict = (key: keyof typeof ratios) =>
  ratios[key] >= goal[key] ? 'goal' : ratios[key] >= done[key] ? 'done' : 'below';

console.log(`\nmedians of ${rounds} rounds of ${seconds} s, ${availableParallelism()} cores`);
for (const name of names) console.log(line(name, middle(name)));
console.log(`
beside oidc-provider   ${ratios.peer.toFixed(2)} times (${verdict('peer')}); by processor time ${(peer.microseconds / sandbox.microseconds).toFixed(2)}
beside bare node:http  ${(ratios.bare * 100).toFixed(0)} % (${verdict('bare')}); by processor time ${((bare.microseconds / sandbox.microseconds) * 100).toFixed(0)} %`);
if (verdict('peer') === 'below' || verdict('bare') === 'below') process.exitCode = 1;
