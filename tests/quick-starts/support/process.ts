import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { delimiter } from 'node:path';

/** A program that is running, or has run. */
export interface Running {
  /** All that it printed, to both streams. */
  output(): string;
  /** Waits until it has printed this; fails with its output when it ends first. */
  printed(what: string | RegExp): Promise<void>;
  /** Its exit status. */
  ended: Promise<number>;
  isRunning(): boolean;
  /** Ends it and all that it started. */
  stop(): Promise<void>;
  /** Sends a signal to the program alone, as a process manager does. */
  signal(name: NodeJS.Signals): void;
}

const passedOn = ['PATH', 'HOME', 'TMPDIR', 'JAVA_HOME', 'LD_LIBRARY_PATH'];

/** .NET greets nobody, tells nobody, and leaves no compiler behind that waits for more. */
const dotnet = {
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  DOTNET_NOLOGO: '1',
  DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK: '1',
  MSBUILDDISABLENODEREUSE: '1',
  UseSharedCompilation: 'false',
};

/** Nothing of this process's settings gets through; a proxy that is set must not stand before loopback. */
function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const kept = passedOn.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const dead = 'http://127.0.0.1:9';
  return {
    ...dotnet,
    ...Object.fromEntries(kept),
    http_proxy: dead,
    HTTP_PROXY: dead,
    ...settings,
  };
}

/** The Node that a reader has, where the project's own is not the only one. */
function ownNode(): string {
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const outside = path.filter((folder) => !folder.includes('node_modules'));
  const { stdout } = spawnSync('which', ['node'], {
    encoding: 'utf8',
    env: { PATH: `/usr/bin:/bin:${outside.join(delimiter)}` },
  });
  return stdout.trim() || process.execPath;
}

const found = ownNode();

function split(command: string): [string, string[]] {
  const [name = '', ...rest] = command.split(' ');
  return [name === 'node' ? (process.env['QUICK_START_NODE'] ?? found) : name, rest];
}

/** `*.java` as a shell expands it in a folder; there is none here. */
const expand = (folder: string) => (word: string) =>
  word.startsWith('*.')
    ? readdirSync(folder).filter((file) => file.endsWith(word.slice(1)))
    : [word];

/** Runs what comes before a program, such as a compiler; throws what it says when it fails. */
export function prepare(command: string, folder: string): void {
  const [name, words] = split(command);
  const args = words.flatMap(expand(folder));
  const { status, stdout, stderr, error } = spawnSync(name, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...dotnet },
  });
  if (status !== 0) throw error ?? new Error(`${command}\n${stdout}\n${stderr}`);
}

/** Starts a program in a folder, with these settings in its environment and no others. */
export function start(command: string, folder: string, settings: Record<string, string>): Running {
  const [name, args] = split(command);
  const child: ChildProcess = spawn(name, args, {
    cwd: folder,
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it starts in turn is stopped with it.
    detached: true,
  });
  let text = '';
  const waiting = new Set<() => void>();
  const hear = (chunk: string) => {
    text += chunk;
    for (const look of waiting) look();
  };
  child.stdout?.setEncoding('utf8').on('data', hear);
  child.stderr?.setEncoding('utf8').on('data', hear);
  let running = true;
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => {
      running = false;
      // A runtime that falls over as it ends has said all that it had to say: this says why.
      if (signal !== null) text += `\n(ended by ${signal})\n`;
      resolve(status ?? -1);
      for (const look of waiting) look();
    });
  });
  ended.catch(() => undefined);
  return {
    output: () => text,
    ended,
    isRunning: () => running,
    printed: (what) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (typeof what === 'string' ? text.includes(what) : what.test(text)) resolve();
          else if (running) return;
          else reject(new Error(`${command} ended without printing ${String(what)}:\n${text}`));
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      }),
    signal: (name) => void child.kill(name),
    async stop() {
      if (running && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      await ended;
    },
  };
}
