import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';
import { requests } from './requests.ts';

/** The sandbox, its peers, and the floor. */
export const names = ['sandbox', 'oidc-provider', 'oauth2-mock-server', 'bare'] as const;
export type Name = (typeof names)[number];

export interface Running {
  child: ChildProcess;
  port: number;
}

export interface Rate {
  /** Requests answered a second. */
  perSecond: number;
  /** Processor time for one, on all threads of the target's process: what the machine's other work disturbs least. */
  microseconds: number;
  /** Milliseconds that 99 of 100 answers took at most. */
  p99: number;
}

/** A target in a process of its own, which ends with this one. */
export async function startTarget(name: Name): Promise<Running> {
  const child = fork(new URL(`targets/${name}.ts`, import.meta.url), {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: process.execArgv,
  });
  // A peer that starts warns of its own defaults: what it said is told if it does not come up.
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  const failed = once(child, 'exit').then(() => {
    throw new Error(`${name} ended before it answered:\n${said}`);
  });
  const [port] = (await Promise.race([once(child, 'message'), failed])) as [number];
  failed.catch(() => undefined);
  return { child, port };
}

async function processorTime(child: ChildProcess): Promise<number> {
  const reply = once(child, 'message');
  child.send('processor time');
  const [microseconds] = (await reply) as [number];
  return microseconds;
}

/** One round's rate, or an error when a single answer was not 200. */
export async function drive(
  name: Name,
  { child, port }: Running,
  { connections, duration }: { connections: number; duration: number },
): Promise<Rate> {
  const { path, authorization, body } = requests[name];
  const before = await processorTime(child);
  const result = await autocannon({
    url: `http://127.0.0.1:${port}${path}`,
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization,
    },
    body,
    connections,
    duration,
  });
  const statuses = Object.keys(result.statusCodeStats);
  if (result.errors || result.timeouts || statuses.some((status) => status !== '200')) {
    throw new Error(
      `${name}: ${result.errors} errors, ${result.timeouts} timeouts, statuses ${statuses.join(', ')}; every answer must be 200`,
    );
  }
  if (result['2xx'] === 0) throw new Error(`${name} answered nothing in ${duration} s`);
  const used = (await processorTime(child)) - before;
  return {
    perSecond: result['2xx'] / result.duration,
    microseconds: used / result['2xx'],
    p99: result.latency.p99,
  };
}
