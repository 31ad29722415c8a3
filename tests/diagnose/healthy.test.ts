import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availability } from '#app-settings/availability.ts';
import { diagnosePaste } from '#diagnosis/paste/diagnose-paste.ts';
import { type FlowName, flowNames } from '#flows/ids.ts';
import { loadFlow } from '#flows/registry.ts';
import { type Host, nodeHost } from '../findings/transports.ts';
import { Walk, type WalkApp } from '../findings/walk-flow.ts';
import { healthyPaste } from '../oracle/pastes.ts';
import { capturing } from './captured.ts';
import { curlText, httpText } from './pasted-as.ts';

/** What the rule book calls the flow that a definition runs. */
const asked = (id: FlowName) =>
  id === 'call-the-api' || id === 'revocation' || id === 'refresh-token' ? undefined : id;

describe('a flow that worked, pasted', () => {
  let host: Host;
  let apps: WalkApp[];
  const counts = { pastes: 0, withNothing: 0 };
  beforeAll(async () => {
    host = await nodeHost();
    const answer = await host.fetch(new Request(`${host.origin}/sandbox/api/apps`));
    apps = (await answer.json()) as WalkApp[];
  });
  afterAll(async () => {
    console.log(JSON.stringify(counts));
    await host.close();
  });

  it.each(flowNames)('%s: nothing is wrong with it, on any app', async (id) => {
    const flow = await loadFlow(id);
    const ruled = asked(id);
    const unexpected: string[] = [];
    for (const app of apps) {
      if (ruled && availability(app)[ruled].bySettings === 'refused') continue;
      const { transport, captured } = capturing(host);
      const walk = new Walk(transport, flow, app);
      for (const step of flow.steps) {
        // What the flow refuses on purpose is not healthy, and what brings its tokens is another flow.
        if (step.expects === 'refusal' || !walk.fits(step)) continue;
        await walk.run(step);
        if (step.making === 'session') captured.length = 0;
      }
      for (const paste of [httpText(captured), curlText(captured)]) {
        for (const settings of [undefined, app]) {
          const { findings } = await diagnosePaste(paste, { now: walk.clock.now(), settings });
          const told = findings.filter(({ kind }) => kind === 'wrong' || kind === 'risk');
          const allowed = healthyPaste[settings ? 'with settings' : 'alone'][id] ?? [];
          counts.pastes += 1;
          if (told.length === 0) counts.withNothing += 1;
          for (const { id: found, kind, title } of told) {
            if (!allowed.includes(`${kind} ${found}`)) {
              unexpected.push(`${app.clientId}: ${kind} ${found} ${title}`);
            }
          }
        }
      }
    }
    expect(unexpected).toEqual([]);
  });
});
