import * as z from 'zod/mini';
import { loadFlow } from '#flows/registry.ts';
import { type Exchange, exchangeSchema } from '#protocol/exchange.ts';
import { makeApp } from './make-app.ts';
import type { Expected, ProofPlan, Run } from './plan.ts';
import { diffOf, type DiffRow } from './diff.ts';
import { ProofRun, type StepAnswer } from './run.ts';
import type { ProofTools } from './tools.ts';

const eventSchema = z.object({ id: z.string(), exchange: exchangeSchema });
const backlogSchema = z.object({ events: z.array(eventSchema), lastEventId: z.string() });

/** One of the two runs: what the log has of it, and what it came to. */
export interface ProofPart {
  /** The app that was made for it. */
  clientId: string;
  /** As the sandbox's log keeps them, secrets masked, oldest first. */
  exchanges: Exchange[];
  /** The one whose answer counts. */
  answered: Exchange | undefined;
  /** What refused it; undefined where it passed. */
  code: string | undefined;
  isAsExpected: boolean;
}

/** The same failure, what puts it right, and the run that passes with it. */
export interface ProofResult {
  replay: ProofPart;
  fix: ProofPlan['fix'] & { diff: DiffRow[] };
  again: ProofPart;
  /** The failure came, and the fix ended it. */
  isProven: boolean;
}

/** What the log has of an app, and of one answer that named none. */
async function logOf(
  clientId: string,
  { id }: StepAnswer,
  tools: ProofTools,
): Promise<{ exchanges: Exchange[]; answered: Exchange | undefined }> {
  const path = `events/backlog?clientId=${encodeURIComponent(clientId)}&limit=100`;
  const { events } = backlogSchema.parse(await tools.control('GET', path));
  const exchanges = events.map(({ exchange }) => exchange);
  const own = exchanges.find((one) => one.id === id);
  if (id === undefined || own) return { exchanges, answered: own ?? exchanges.at(-1) };
  const { exchange } = eventSchema.parse(
    await tools.control('GET', `events/${encodeURIComponent(id)}`),
  );
  return { exchanges: [...exchanges, exchange], answered: exchange };
}

async function runOne(run: Run, expected: Expected, tools: ProofTools): Promise<ProofPart> {
  const app = await makeApp(run.app, 'Proof of a finding', tools);
  const own = encodeURIComponent(app.clientId);
  try {
    const { policy } = run.replay ?? {};
    if (policy) await tools.control('PUT', `policy?clientId=${own}`, policy);
    const flow = await loadFlow(run.flow);
    const answer = await new ProofRun(tools, flow, run, app).toItsEnd();
    const log = await logOf(app.clientId, answer, tools);
    const { code } = answer;
    return { clientId: app.clientId, ...log, code, isAsExpected: code === expected.code };
  } finally {
    await tools.control('DELETE', `apps/${own}`);
  }
}

/**
 * Shows a finding in the sandbox: makes the app, replays the failure, applies the fix and runs
 * again. Both apps are gone afterwards, and neither the clock nor any other app was touched.
 *
 * @param plan from `planOf`
 * @returns both runs as the sandbox's log has them, masked
 */
export async function runProof(plan: ProofPlan, tools: ProofTools): Promise<ProofResult> {
  const replay = await runOne(plan.broken, plan.expected, tools);
  const again = await runOne(plan.mended, {}, tools);
  const isProven = replay.isAsExpected && again.isAsExpected;
  // Where the settings were changed, the requests are the same or of other steps.
  const diff = plan.fix.changes.length > 0 ? [] : diffOf(replay, again);
  return { replay, fix: { ...plan.fix, diff }, again, isProven };
}
