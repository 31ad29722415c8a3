import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppSettings } from '#app-settings/app.ts';
import { diagnoseAll } from '#diagnosis/diagnose.ts';
import { finding, type Finding } from '#diagnosis/finding.ts';
import { planOf } from '#diagnosis/proof/plan-of.ts';
import type { ProofPlan } from '#diagnosis/proof/plan.ts';
import { runProof } from '#diagnosis/proof/run-proof.ts';
import type { FlowDefinition } from '#flows/flow.ts';
import { flowNames } from '#flows/ids.ts';
import { loadMistakes } from '#flows/mistake-registry.ts';
import type { Mistake } from '#flows/mistakes/mistake.ts';
import { loadFlow } from '#flows/registry.ts';
import { errorCodeOf } from '#protocol/exchange-parts.ts';
import { causeOfMistake } from '../oracle/findings.ts';
import { type Host, nodeHost, tabHost } from '../findings/transports.ts';
import { Walk, type WalkApp } from '../findings/walk-flow.ts';
import { proofTools } from './proof-tools.ts';

/** Each mistake once, in the first flow that has it. */
const cases = new Map<string, { flow: FlowDefinition; mistake: Mistake }>();
for (const id of flowNames) {
  const flow = await loadFlow(id);
  for (const mistake of await loadMistakes(id)) {
    if (mistake.when !== undefined && mistake.when !== flow.clientType) continue;
    if (!cases.has(mistake.id)) cases.set(mistake.id, { flow, mistake });
  }
}

/** What no server refuses, and what only a window sees. */
const cannotBeShown: Readonly<Record<string, string>> = {
  'authorize-no-state': 'No server refuses this',
  'revoke-unknown': 'No server refuses this',
  'api-query': 'No server refuses this',
  'implicit-not-allowed': 'names another app',
};

/** Access and refresh tokens of the sandbox begin so. */
const token = /U0JYMDFQMDFQQVMwMH[A-Za-z0-9_-]+/;

describe.each([
  ['Node', nodeHost],
  ['tab', tabHost],
] as const)('a finding is shown in the sandbox and then its fix, %s', (_name, make) => {
  let host: Host;
  let apps: WalkApp[];
  const counts = { shown: 0, cannot: 0, milliseconds: 0 };
  beforeAll(async () => {
    host = await make();
    apps = (await proofTools(host).control('GET', 'apps')) as WalkApp[];
  });
  afterAll(async () => {
    console.log(`${host.name}: ${JSON.stringify(counts)}`);
    await host.close();
  });

  /** Runs a plan; it shows the code, passes with the fix, and leaves nothing behind. */
  async function show(plan: ProofPlan, code: string | undefined): Promise<void> {
    const tools = proofTools(host);
    const startedAt = performance.now();
    const result = await runProof(plan, tools);
    counts.milliseconds += Math.round(performance.now() - startedAt);
    counts.shown += 1;
    const { replay, again } = result;
    expect([replay.code, again.code]).toEqual([plan.expected.code, undefined]);
    if (code !== undefined) expect(replay.code).toBe(code);
    expect(result.isProven).toBe(true);
    expect(result.fix.words).not.toBe('');
    // What is shown is the refusal itself, and after the fix an answer that is none.
    const { response } = replay.answered ?? {};
    const isPage = response?.body?.startsWith('<!') === true;
    const told = `${response?.body} ${JSON.stringify(response?.headers)}`;
    if (!isPage) expect(told).toContain(plan.expected.code);
    expect(again.answered?.response?.status).toBeLessThan(400);
    const text = JSON.stringify(result);
    expect(text).not.toMatch(token);
    expect(text).not.toContain('sandbox-password');
    const left = (await tools.control('GET', 'apps')) as WalkApp[];
    expect(left.map(({ clientId }) => clientId)).toEqual(apps.map(({ clientId }) => clientId));
    expect(tools.calls).not.toContain('PUT clock');
  }

  it.each([...cases.keys()])('%s', async (id) => {
    const { flow, mistake } = cases.get(id) ?? {};
    const app = apps.find(({ clientId }) => clientId === flow?.app);
    if (!app || !flow || !mistake) throw new Error('No such case');
    const tools = proofTools(host);
    await tools.control('POST', 'reset');
    const walk = new Walk(host, flow, app);
    for (const step of flow.steps) {
      await walk.run(step, step.id === mistake.step ? mistake : undefined);
      if (step.id === mistake.step) break;
    }
    await tools.control('PUT', 'clock', { offsetSeconds: 0 });
    const told = (await diagnoseAll(walk.exchanges, walk.about)).flatMap(({ exchange, findings }) =>
      findings.map((found) => ({ exchange, found })),
    );
    const { exchange, found } =
      told.findLast((one) => one.found.id === causeOfMistake[id] && one.found.kind !== 'well') ??
      {};
    if (!found) throw new Error('No such finding');
    const proof = await planOf(found, { exchange, settings: app });
    const why = cannotBeShown[id];
    if (why !== undefined) {
      counts.cannot += 1;
      expect(proof).toEqual({ kind: 'cannot', why: expect.stringContaining(why) as string });
      return;
    }
    if (proof.kind === 'cannot') throw new Error(proof.why);
    await show(proof.plan, errorCodeOf(exchange?.response?.body));
  });

  const settingsOf: Record<string, AppSettings> = {};
  const made = (name: string, more: Partial<AppSettings>): void => {
    settingsOf[name] = {
      name,
      portal: 'current',
      audience: 'private',
      issueRefreshTokens: false,
      redirectUris: ['https://app.example/back'],
      scopes: ['ReadAccounts'],
      ...more,
    };
  };
  made('three-legged, no JWT', { methods: ['three-legged'], platformType: 'ServerWeb' });
  made('JWT alone', { methods: ['jwt'], redirectUris: [] });
  made('classic web', { portal: 'classic', platformType: 'ServerWeb', issueRefreshTokens: true });
  made('classic without a page', {
    portal: 'classic',
    platformType: 'ServerOther',
    redirectUris: [],
  });

  it.each([
    ['three-legged, no JWT', 'jwt'],
    ['JWT alone', 'auth-code-pkce'],
    ['JWT alone', 'auth-code'],
    ['classic web', 'jwt'],
    ['classic web', 'password'],
    ['classic without a page', 'auth-code-pkce'],
    ['JWT alone', 'refresh-token'],
    ['three-legged, no JWT', 'refresh-token'],
  ] as const)('the settings of an app, %s, that does not have %s', async (name, flowId) => {
    const settings = settingsOf[name];
    if (!settings) throw new Error(`No app ${name}`);
    const tools = proofTools(host);
    const app = (await tools.control('POST', 'apps', settings)) as WalkApp;
    const isRefresh = flowId === 'refresh-token';
    const flow = await loadFlow(
      isRefresh ? (settings.methods?.includes('jwt') ? 'jwt' : 'auth-code-pkce') : flowId,
    );
    const walk = new Walk(host, flow, app);
    let refused: { exchange: Walk['exchanges'][number]; found: Finding } | undefined;
    // Where the sign-in comes back to, no program of these tests is: the request alone is needed.
    const wanted = isRefresh ? 'refresh' : undefined;
    for (const step of flow.steps) {
      if (isRefresh && step.kind === 'navigate') break;
      await walk.run(step);
      if (step.id === wanted) break;
    }
    const told = await diagnoseAll(walk.exchanges, { ...walk.about });
    for (const { exchange, findings } of told) {
      const found = findings.find(({ setting }) => setting !== undefined);
      if (found && !refused) refused = { exchange, found };
    }
    await tools.control('DELETE', `apps/${app.clientId}`);
    const about = refused ?? {
      found: finding({ id: 'X8', title: 'Off', why: 'Off', fix: 'Turn it on.', code: 'OAU-251' }),
      exchange: {
        id: 'pasted',
        from: 'app' as const,
        to: 'authorization-server' as const,
        startedAt: 0,
        request: {
          method: 'POST',
          url: `${host.origin}/restapi/oauth/token`,
          headers: [],
          body: 'grant_type=refresh_token&refresh_token=x',
        },
      },
    };
    const proof = await planOf(about.found, { exchange: about.exchange, settings });
    if (proof.kind === 'cannot') throw new Error(proof.why);
    expect(proof.plan.broken.app).toBe(settings);
    expect(proof.plan.fix.changes).not.toEqual([]);
    await show(proof.plan, undefined);
  });

  it.each(['CMN-401', 'CMN-408', 'OAU-141', 'OAU-153', 'OAU-211', 'OAU-109', 'OAU-106'] as const)(
    'the code %s alone, when nothing else is known',
    async (code) => {
      const proof = await planOf(finding({ id: code, title: code, why: code }));
      if (proof.kind === 'cannot') throw new Error(proof.why);
      await show(proof.plan, code);
    },
  );

  it('the fix is a diff where the request changes, and the settings’ changes where they do', async () => {
    const proof = await planOf(finding({ id: 'OAU-109', title: 'No', why: 'No' }));
    if (proof.kind === 'cannot') throw new Error(proof.why);
    const { fix } = await runProof(proof.plan, proofTools(host));
    expect(fix.diff).toEqual([
      {
        name: 'redirect_uri',
        before: `${host.origin}/callback`,
        after: `${host.origin}/callback/`,
      },
    ]);
    expect(fix.changes).toEqual([]);
  });

  it('what depends on settings that nobody gave is said, and asked for', async () => {
    const proof = await planOf(finding({ id: 'OAU-251', title: 'No', why: 'No' }));
    expect(proof).toMatchObject({
      kind: 'cannot',
      why: expect.stringContaining('Add them') as string,
    });
  });
});
