import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientType } from '#app-settings/app.ts';
import { diagnoseAll } from '#diagnosis/diagnose.ts';
import { certaintyOf, type Finding } from '#diagnosis/finding.ts';
import { flowNames } from '#flows/ids.ts';
import { loadMistakes } from '#flows/mistake-registry.ts';
import { loadFlow } from '#flows/registry.ts';
import { errorCodeOf } from '#protocol/exchange-parts.ts';
import { causeOfMistake, healthy } from '../oracle/findings.ts';
import { type Host, nodeHost, tabHost } from './transports.ts';
import { Walk, type WalkApp } from './walk-flow.ts';

const flows = await Promise.all(
  flowNames.map(async (id) => ({ flow: await loadFlow(id), mistakes: await loadMistakes(id) })),
);

/** Each flow with its own demo app, and with one of the other client type where the flow takes both. */
const otherApps: Partial<Record<string, string>> = {
  'auth-code-pkce': 'sandbox-server-web',
  'auth-code': 'sandbox-browser',
};
const cases = flows.flatMap(({ flow, mistakes }) =>
  [flow.app, otherApps[flow.id] ?? []].flat().flatMap((clientId) =>
    mistakes.map((mistake) => ({
      flow,
      mistake,
      clientId,
      name: `${flow.id} as ${clientId}: ${mistake.id}`,
    })),
  ),
);

describe.each([
  ['Node', nodeHost],
  ['tab', tabHost],
] as const)('broken on purpose, %s', (_name, make) => {
  let host: Host;
  let apps: WalkApp[];
  const counts = { mistakes: 0, named: 0, asPredicted: 0 };

  const control = async <Answer>(method: string, path: string): Promise<Answer> => {
    const response = await host.fetch(
      new Request(`${host.origin}/sandbox/api/${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
      }),
    );
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  };

  beforeAll(async () => {
    host = await make();
    const list = await control<WalkApp[] | { records: WalkApp[] }>('GET', 'apps');
    apps = Array.isArray(list) ? list : list.records;
  });
  afterAll(async () => {
    console.log(`${host.name}: ${JSON.stringify(counts)}`);
    await host.close();
  });

  it.each(cases)('$name has one finding, the cause', async ({ flow, mistake, clientId }) => {
    const app = apps.find((one) => one.clientId === clientId);
    if (!app) throw new Error(`No app ${clientId}`);
    if (mistake.when !== undefined && mistake.when !== clientType(app)) return;
    counts.mistakes += 1;
    await control('POST', 'reset');
    const walk = new Walk(host, flow, app);
    for (const step of flow.steps) {
      if (step.id === mistake.step) break;
      await walk.run(step);
    }
    const step = flow.steps.find(({ id }) => id === mistake.step);
    if (!step) throw new Error(`No step ${mistake.step}`);
    const before = walk.exchanges.length;
    await walk.run(step, mistake);

    const made = (await diagnoseAll(walk.exchanges, walk.about))
      .slice(before + (mistake.repeat ? 1 : 0))
      .flatMap(({ findings }) => findings);
    const usual = (found: Finding): boolean =>
      found.kind === 'well' || healthy[flow.id]?.includes(`${found.kind} ${found.id}`) === true;
    const told = made.filter((found) => !usual(found) || found.id === causeOfMistake[mistake.id]);
    expect(told.map(({ id, title }) => `${id} ${title}`)).toHaveLength(1);
    expect(told[0]?.id).toBe(causeOfMistake[mistake.id]);
    expect(told.map(certaintyOf)).toEqual(['certain']);
    expect(told[0]?.why).not.toBe('');
    expect(told[0]?.fix).toBeDefined();
    counts.named += 1;

    // The wire answers as the mistake predicts.
    const last = walk.exchanges.at(-1);
    if (step.kind !== 'request') return;
    expect(last?.response?.status).toBe(mistake.predicted.status);
    const code = mistake.predicted.code;
    if (code !== undefined) expect(errorCodeOf(last?.response?.body)).toBe(code);
    counts.asPredicted += 1;
  });
});
