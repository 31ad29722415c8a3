import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { terminalOf } from '#components/terminal.ts';
import type { FlowDefinition } from '#flows/flow.ts';
import { flowNames } from '#flows/ids.ts';
import { loadFlow } from '#flows/registry.ts';
import { usualOrigin } from '#protocol/usual-origin.ts';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';
import { pressThrough } from '../support/press-through.ts';

/** What a reader without JavaScript runs in place of the playground, run as it stands. */
const flows = await Promise.all(flowNames.map(loadFlow));

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0 });
});
afterAll(() => server.close());

/** Runs the text with every unset variable an error; signs in where it prints an address and waits. */
function run(text: string): Promise<{ status: number | null; printed: string; said: string }> {
  const child = spawn('sh', ['-eu', '-c', text], { stdio: 'pipe' });
  let printed = '';
  let said = '';
  let isAsked = false;
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    const [, address] = /^(http\S+\/authorize\?\S+)$/m.exec(printed) ?? [];
    const [, wanted] = /^The (\w+) in the address[^\n]*$/m.exec(printed) ?? [];
    if (address === undefined || wanted === undefined || isAsked) return;
    isAsked = true;
    void pressThrough(address).then((redirect) => {
      const { search, hash } = new URL(redirect);
      const brought = new URLSearchParams(wanted === 'code' ? search : hash.slice(1));
      child.stdin.end(`${brought.get(wanted) ?? ''}\n`);
    });
  });
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, printed, said }));
  });
}

describe.each(flows)('$id in a terminal', (flow: FlowDefinition) => {
  test('runs as it stands: every variable is set, and each request is answered as expected', async () => {
    const text = terminalOf(flow).replace(usualOrigin, `http://localhost:${server.port}`);
    const { status, printed, said } = await run(text);
    expect({ status, said }).toEqual({ status: 0, said: '' });
    const requests = flow.steps.filter(({ kind }) => kind === 'request');
    const tokens = printed.match(/"access_token"/g)?.length ?? 0;
    const statuses = [...printed.matchAll(/^(\d{3})$/gm)].map(([, code]) => Number(code));
    expect(tokens + statuses.length).toBe(requests.length);
    const refusals = requests.filter(({ expects }) => expects === 'refusal').length;
    expect(statuses.filter((code) => code >= 400)).toHaveLength(refusals);
  });
});
