import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Victim {
  origin: string;
  port: number;
  /** The most resident memory seen so far, in MB. */
  mostMemory(): number;
  isAlive(): boolean;
  end(): Promise<void>;
}

const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;

/** A server with 256 MB of heap, whose memory is watched ten times a second. */
export async function startVictim(): Promise<Victim> {
  const child: ChildProcess = fork(fileURLToPath(new URL('server.ts', import.meta.url)), {
    execArgv: ['--max-old-space-size=256'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [told] = (await once(child, 'message')) as [{ port: number; pid: number }];
  let alive = true;
  let most = 0;
  child.on('exit', () => (alive = false));
  const watch = setInterval(() => {
    try {
      most = Math.max(most, residentOf(told.pid));
    } catch {
      // It is gone, which `isAlive` says.
    }
  }, 100);
  return {
    origin: `http://localhost:${told.port}`,
    port: told.port,
    mostMemory: () => Math.round(most),
    isAlive: () => alive,
    end: async () => {
      clearInterval(watch);
      if (!alive) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
