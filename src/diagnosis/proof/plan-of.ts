import type { Mistake } from '#flows/mistakes/mistake.ts';
import { loadMistakes } from '#flows/mistake-registry.ts';
import type { Finding } from '../finding.ts';
import { byScope, bySettings } from './by-settings.ts';
import { isFailure, whyNot } from './cannot.ts';
import { flowAt, placeOf, steps } from './place.ts';
import type { About, Proof, ProofPlan, Replay, Run } from './plan.ts';
import { atOnePlace, type Reproduction, reproductions, withoutWaiting } from './reproductions.ts';
import { appFor } from './usual-app.ts';

function replayOf(mistake: Mistake): Replay {
  const { id, title, edits, shape, repeat, wait } = mistake;
  const instead = withoutWaiting[id] ?? {};
  return {
    title,
    // A credential whose last day is over need not be waited for.
    edits: edits.map((edit) =>
      edit.kind === 'mint' && edit.lifeSeconds !== undefined && typeof wait === 'number'
        ? { ...edit, lifeSeconds: edit.lifeSeconds - wait }
        : edit,
    ),
    ...(shape === undefined ? {} : { shape }),
    ...(repeat === undefined ? {} : { repeat }),
    ...instead,
  };
}

async function madeBy(
  how: Reproduction,
  found: Finding,
  about: About,
): Promise<ProofPlan | undefined> {
  const { exchange, settings } = about;
  const at = how.at ?? placeOf(exchange) ?? 'code';
  const step = steps[at];
  const { mistake: ending = '' } = how;
  const flow = flowAt(at, ending, exchange);
  const id = ending.startsWith('-') ? `${step}${ending}` : ending;
  const mistake = (await loadMistakes(flow)).find((one) => one.id === id);
  const replay = how.replay ?? (mistake && replayOf(mistake));
  if (!replay) return undefined;
  const code = how.expected?.code ?? mistake?.predicted.code;
  const run: Run = {
    app: appFor(flow, mistake?.when, settings),
    flow,
    step: mistake?.step ?? step,
  };
  return {
    broken: { ...run, replay },
    expected: code === undefined ? {} : { code },
    fix: { words: found.fix ?? 'Send the request as it should be.', changes: [] },
    mended: run,
  };
}

const ofSettings = /^[XM]\d+$/;
const needsSettings = new Set(['OAU-251', 'OAU-112', 'OAU-113', 'OAU-125', 'OAU-152', 'LINT-212']);

/**
 * How a finding is shown in the sandbox: the app that is made, what is replayed, what it answers,
 * the fix, and the run that passes with it. Nothing of the paste is sent.
 *
 * @returns a plan for `runProof`, or why there is none
 */
export async function planOf(found: Finding, about: About = {}): Promise<Proof> {
  const cannot: Proof = { kind: 'cannot', why: whyNot(found, about.exchange) };
  if (!isFailure(found)) return cannot;
  if (
    ofSettings.test(found.id) ||
    needsSettings.has(found.id) ||
    needsSettings.has(found.code ?? '')
  ) {
    const settled = bySettings(found, about);
    if (settled) return settled;
    if (!about.settings) {
      return {
        kind: 'cannot',
        why: 'The app’s settings decide this, and this page does not know them. Add them to see it.',
      };
    }
  }
  const ids = [found.id, ...(found.code === undefined ? [] : [found.code])] as Finding['id'][];
  if (ids.some((id) => id === 'LINT-259' || id === 'CMN-401')) {
    return { kind: 'plan', plan: byScope(found, about) };
  }
  const place = placeOf(about.exchange);
  for (const id of ids) {
    const how = atOnePlace[id]?.[place ?? ''] ?? reproductions[id];
    const plan = how && (await madeBy(how, found, about));
    if (plan) return { kind: 'plan', plan };
  }
  return cannot;
}
