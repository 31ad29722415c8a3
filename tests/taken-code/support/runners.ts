import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { CodeForm } from '#flows/render/code/code-languages.ts';
import { encodeFormPart } from '#protocol/form.ts';

const run = promisify(execFile);

export type Environment = Readonly<Record<string, string>>;

/** Runs programs of one form by their names. */
export interface Runner {
  run(name: string, env: Environment): Promise<string>;
  close(): void;
}

/** Nothing of this process's settings gets through but what finds programs; letters are UTF-8. */
function environment(env: Environment): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, JAVA_HOME, DOTNET_ROOT } = process.env;
  return {
    PATH,
    HOME,
    TMPDIR,
    JAVA_HOME,
    DOTNET_ROOT,
    LC_ALL: 'C.UTF-8',
    DOTNET_CLI_TELEMETRY_OPTOUT: '1',
    POWERSHELL_TELEMETRY_OPTOUT: '1',
    ...env,
  };
}

const start = async (command: string, args: string[], env: Environment): Promise<string> =>
  (await run(command, args, { env: environment(env), timeout: 60_000 })).stdout;

type Programs = ReadonlyMap<string, string>;
type Make = (folder: string, programs: Programs, command: string) => Promise<Runner>;

/** One file a program, which its command reads as it is. */
const files =
  (extension: string, ...options: string[]): Make =>
  async (folder, programs, command) => {
    for (const [name, code] of programs) writeFileSync(join(folder, name + extension), code);
    return {
      run: (name, env) => start(command, [...options, join(folder, name + extension)], env),
      close: () => undefined,
    };
  };

/** What prints the status after the body, so that the command itself stays as it is. */
const curl: Make = async (_, programs) => ({
  run: async (name, env) => {
    const command = `${programs.get(name)} \\\n  --silent --write-out '\\n%{http_code}'`;
    const lines = (await start('bash', ['-c', command], env)).split('\n');
    return `${lines.pop()} ${lines.join('\n')}`;
  },
  close: () => undefined,
});

/** As the clients that read `.http` files do: each `{{NAME}}` filled in, then sent over a socket. */
const http: Make = async (_, programs) => ({
  run: (name, env) => {
    const text = programs.get(name) ?? '';
    const [head = '', body = ''] = text.split('\n\n', 2);
    const fill = (part: string, write: (value: string) => string): string =>
      part.replaceAll(/\{\{(\w+)\}\}/g, (_whole, variable: string) => write(env[variable] ?? ''));
    const [first = '', ...fields] = head.split('\n');
    const sent = fields
      .map((field) => fill(field, (value) => value))
      .map((field) =>
        field.replace(
          /^(Authorization: Basic )(\S+) ([\s\S]+)$/,
          (_whole, before: string, id: string, secret: string) =>
            before + Buffer.from(`${id}:${secret}`).toString('base64'),
        ),
      );
    const content = Buffer.from(fill(body, encodeFormPart));
    const host = /^Host: (.*?):(\d+)$/m.exec(head);
    const lines = [
      fill(first, encodeFormPart),
      ...sent,
      `Content-Length: ${content.length}`,
      'Connection: close',
    ];
    return new Promise((resolve, reject) => {
      const socket = connect(Number(host?.[2]), host?.[1] ?? '');
      let answer = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
      socket.on('error', reject).on('end', () => {
        const [top = '', ...rest] = answer.split('\r\n\r\n');
        resolve(`${top.slice(9, 12)} ${rest.join('\r\n\r\n')}`);
      });
      socket.write(
        Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), content]),
      );
    });
  },
  close: () => undefined,
});

/** Each program a class of its own name, all compiled at once. */
const java: Make = async (folder, programs, command) => {
  for (const [name, code] of programs) {
    writeFileSync(join(folder, `${name}.java`), code.replace(/^class Main \{/m, `class ${name} {`));
  }
  const sources = [...programs.keys()].map((name) => join(folder, `${name}.java`));
  await run('javac', ['-encoding', 'UTF-8', '-d', folder, ...sources]);
  return {
    // The compiler that makes it fast takes longer than one request.
    run: (name, env) => start(command, ['-XX:TieredStopAtLevel=1', '-cp', folder, name], env),
    close: () => undefined,
  };
};

const project = `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>
<OutputType>Exe</OutputType><TargetFramework>netVERSION</TargetFramework>
<ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>
</PropertyGroup></Project>`;

/** Each program a method of one project, its `using` lines on top: a build takes longer than all of them. */
const cSharp: Make = async (folder, programs, command) => {
  const using = new Set<string>();
  const methods = [...programs].map(([name, code]) => {
    const lines = code.split('\n');
    for (const line of lines) if (/^using [\w.]+;$/.test(line)) using.add(line);
    const rest = lines.filter((line) => !using.has(line)).join('\n');
    return `case "${name}": {\n${rest}\nbreak; }`;
  });
  const source = `${[...using].join('\n')}\nswitch (args[0]) {\n${methods.join('\n')}\n}\n`;
  const { stdout } = await run(command, ['--version']);
  writeFileSync(
    join(folder, 'taken.csproj'),
    project.replace('VERSION', `${parseInt(stdout, 10)}.0`),
  );
  writeFileSync(join(folder, 'Program.cs'), source);
  const out = join(folder, 'out');
  await run(command, ['build', join(folder, 'taken.csproj'), '-o', out, '--nologo', '-v', 'q'], {
    env: environment({}),
  });
  return {
    run: (name, env) => start(command, [join(out, 'taken.dll'), name], env),
    close: () => undefined,
  };
};

/** One shell runs all scripts, each from its file and with its own environment: a start takes seconds. */
const powershell: Make = async (folder, programs, command) => {
  for (const [name, code] of programs) writeFileSync(join(folder, `${name}.ps1`), code);
  const host = join(folder, 'host.ps1');
  writeFileSync(
    host,
    `while ($null -ne ($line = [Console]::In.ReadLine())) {
  $asked = $line | ConvertFrom-Json -AsHashtable
  foreach ($one in $asked.env.GetEnumerator()) { [Environment]::SetEnvironmentVariable($one.Key, $one.Value) }
  try { $said = (& $asked.file | Out-String) } catch { $said = "failed: $_" }
  [Console]::Out.WriteLine((ConvertTo-Json -Compress $said))
}
`,
  );
  const shell: ChildProcess = spawn(command, ['-NoProfile', '-NonInteractive', '-File', host], {
    env: environment({}),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting: ((line: string) => void)[] = [];
  if (shell.stdout) {
    createInterface({ input: shell.stdout }).on('line', (line) => waiting.shift()?.(line));
  }
  return {
    run: (name, env) =>
      new Promise((resolve) => {
        waiting.push((line) => resolve(JSON.parse(line) as string));
        shell.stdin?.write(`${JSON.stringify({ file: join(folder, `${name}.ps1`), env })}\n`);
      }),
    close: () => void shell.kill(),
  };
};

const makers: Record<CodeForm, Make> = {
  http,
  curl,
  node: files('.mjs'),
  php: files('.php'),
  python: files('.py'),
  ruby: files('.rb'),
  java,
  'c-sharp': cSharp,
  powershell,
};

/** Readies the programs of a form, by name. */
export function makeRunner(
  form: CodeForm,
  folder: string,
  programs: Programs,
  command: string,
): Promise<Runner> {
  const own = join(folder, form);
  mkdirSync(own, { recursive: true });
  return makers[form](own, programs, command);
}
