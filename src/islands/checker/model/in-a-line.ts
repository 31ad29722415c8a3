import type { FlowId } from '#app-settings/app.ts';
import { endedFlows, noSettingBringsItBack } from '#app-settings/ended-flows.ts';
import { ruleBriefs } from '#app-settings/rules/briefs.ts';
import { allowedBrief } from './allowed-brief.ts';
import type { Answer } from './rows.ts';

/** The first reason for a verdict in one line; of a flow that has ended, that nothing brings it back. */
export function inALine(flow: FlowId, { reasons: [first], settings }: Answer): string {
  if (!first) return allowedBrief(flow, settings);
  const brief = ruleBriefs[first.id];
  return flow in endedFlows ? `${brief} ${noSettingBringsItBack}` : brief;
}
