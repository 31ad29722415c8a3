import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availability } from '#app-settings/availability.ts';
import { everyPath } from '#app-settings/chooser/path.ts';
import { recommend } from '#app-settings/chooser/recommend.ts';
import type { AppSettings } from '#app-settings/app.ts';
import { diagnoseAll } from '#diagnosis/diagnose.ts';
import { certaintyOf } from '#diagnosis/finding.ts';
import { flowNames } from '#flows/ids.ts';
import { loadFlow } from '#flows/registry.ts';
import type { FlowDefinition } from '#flows/flow.ts';
import { healthy, neededScope, ruleFor } from '../oracle/findings.ts';
import { type Host, nodeHost, tabHost } from './transports.ts';
import { Walk, type WalkApp } from './walk-flow.ts';

const flows = await Promise.all(flowNames.map(loadFlow));

/** The app of every end of the chooser, each kind of settings once. */
const chosen = new Map<string, AppSettings>();
for (const { answers, outcome } of everyPath()) {
  if (outcome.kind !== 'flow') continue;
  for (const app of recommend(outcome, answers).apps) chosen.set(JSON.stringify(app), app);
}

/** What the rule book calls the flow that a definition runs. */
const asked = ({ id }: FlowDefinition) =>
  id === 'call-the-api' || id === 'revocation' ? undefined : id;

describe.each([
  ['Node', nodeHost],
  ['tab', tabHost],
] as const)('an unedited run, %s', (_name, make) => {
  let host: Host;
  const apps: { name: string; app: WalkApp }[] = [];
  const counts = { runs: 0, refused: 0, refusals: 0, scope: 0, well: 0, note: 0, risk: 0 };

  const control = async <Answer>(path: string, json?: unknown): Promise<Answer> => {
    const response = await host.fetch(
      new Request(`${host.origin}/sandbox/api/${path}`, {
        method: json === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json' },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      }),
    );
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as Answer;
  };

  beforeAll(async () => {
    host = await make();
    const list = await control<WalkApp[] | { records: WalkApp[] }>('apps');
    for (const app of Array.isArray(list) ? list : list.records) {
      apps.push({ name: app.clientId, app });
    }
    for (const settings of chosen.values()) {
      apps.push({
        name: `chooser: ${[settings.audience, settings.platformType, ...(settings.methods ?? []), settings.issueRefreshTokens ? 'refresh' : 'no refresh'].filter(Boolean).join(' ')}`,
        app: await control<WalkApp>('apps', settings),
      });
    }
  });
  afterAll(async () => {
    console.log(`${host.name}: ${JSON.stringify(counts)} on ${apps.length} apps`);
    await host.close();
  });

  it.each(flows)('$id gives no finding that is wrong or doubtful, on any app', async (flow) => {
    const unexpected: string[] = [];
    const refusals: Record<string, string> = {};
    for (const { name, app } of apps) {
      const id = asked(flow);
      const verdict = id && availability(app)[id];
      const walk = new Walk(host, flow, app);
      for (const step of flow.steps) if (walk.fits(step)) await walk.run(step);
      const found = (await diagnoseAll(walk.exchanges, walk.about)).flatMap(
        ({ findings }) => findings,
      );
      counts.runs += 1;
      const wrong = found.filter(({ kind }) => kind === 'wrong');
      if (verdict?.bySettings === 'refused' && id !== 'refresh-token') {
        counts.refused += 1;
        const [first] = wrong;
        refusals[name] = first?.id ?? 'nothing';
        if (first && certaintyOf(first) !== 'certain') unexpected.push(`${name}: ${first.title}`);
        continue;
      }
      const { step, scope } = neededScope;
      for (const each of found) {
        if (each.id === 'LINT-259' && each.step === step && !app.scopes.includes(scope)) {
          counts.scope += 1;
          continue;
        }
        if (each.kind !== 'wrong') counts[each.kind] += 1;
        const listed =
          each.kind === 'well' || healthy[flow.id]?.includes(`${each.kind} ${each.id}`);
        if (!listed || certaintyOf(each) !== 'certain') {
          unexpected.push(`${name}: ${each.kind} ${each.id} ${each.title} (${certaintyOf(each)})`);
        }
      }
    }
    expect(unexpected).toEqual([]);
    const expected = Object.keys(refusals).map((name) => [name, ruleFor(flow.id, name)]);
    expect(refusals).toEqual(Object.fromEntries(expected));
    counts.refusals += Object.keys(refusals).length;
  });

  it('X8: a refresh that the settings forbid is told by its rule, whatever the request lacks', async () => {
    const flow = await loadFlow('jwt');
    const app = apps.find(({ name }) => name === 'chooser: private jwt no refresh')?.app;
    if (!app) throw new Error('The chooser has no such end');
    const walk = new Walk(host, flow, app);
    for (const step of flow.steps.slice(0, 4)) await walk.run(step);
    const [last] = (await diagnoseAll(walk.exchanges, walk.about)).slice(-1);
    expect(last?.findings).toMatchObject([
      {
        id: 'X8',
        kind: 'wrong',
        code: 'OAU-251',
        title: '“Issue refresh tokens” is off in this app (X8)',
        claims: [{ certainty: 'certain' }],
        setting: { rule: 'X8', changes: ['Set “Issue refresh tokens” to Yes.'] },
        actions: [{ label: 'Get new tokens' }, { action: { kind: 'change-setting' } }],
      },
    ]);
  });
});
