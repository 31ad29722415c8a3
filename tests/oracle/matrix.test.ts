import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Availability } from '#app-settings/availability.ts';
import { oracleCount } from '#components/reference/oracle-count.ts';
import { type RunningSandbox, startSandbox } from '../sandbox-under-test.ts';
import { demoUser } from './account.ts';
import { flows, readMatrix, type Row } from './matrix.ts';
import { redCells, verdictDiffers } from './verdict.ts';
import { type App, Attempts, differs, openWays } from './wire.ts';

const rows = readMatrix();
let sandbox: RunningSandbox;
let cells = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  console.log(`oracle: ${rows.length} apps, ${cells} cells: oracle = verdict = wire`);
});

async function create(row: Row): Promise<App & { flows: Availability }> {
  const response = await fetch(`${sandbox.origin}/sandbox/api/apps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(row.settings),
  });
  expect(response.status, await response.clone().text()).toBe(201);
  return (await response.json()) as App & { flows: Availability };
}

describe('oracle = verdict = wire', () => {
  test.each(rows.map((row): [string, Row] => [row.name, row]))('%s', async (_name, row) => {
    const app = await create(row);
    const red = redCells(row).map(({ flow, why }) => `${flow}: ${why}`);
    const attempts = new Attempts(sandbox.origin, app, demoUser(row.account));
    for (const flow of flows) {
      const told = row.account === '-' && verdictDiffers(flow, row.cells[flow], app.flows[flow]);
      if (told) red.push(`${flow}: control API: ${told}`);
      const wire = differs(flow, row.cells, await attempts.try(flow, openWays(row.cells)));
      if (wire !== undefined) red.push(`${flow}: ${wire}`);
      cells += 1;
    }
    expect(red).toEqual([]);
  });
});

test('the page of app settings counts the same apps', () => {
  const csv = readFileSync(new URL('matrix.csv', import.meta.url), 'utf8');
  expect(oracleCount(csv)).toEqual({ apps: rows.length, cells: rows.length * flows.length });
});

test('each app of the portals stands in the matrix once', () => {
  const names = rows.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  // Ten types by two audiences by three ways to say refresh; six app types in four sets of methods
  // and three sets without an app type, by the same.
  const ordinary = rows.filter(
    ({ account, settings }) =>
      account === '-' && (settings['redirectUris'] as string[]).length === 1,
  );
  const count = (portal: string) =>
    ordinary.filter(({ settings }) => settings['portal'] === portal).length;
  expect([count('classic'), count('current')]).toEqual([10 * 2 * 3, (6 * 4 + 3) * 2 * 3]);
});
