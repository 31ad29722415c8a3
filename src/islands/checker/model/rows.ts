import type { AppSettings, FlowId, Portal } from '#app-settings/app.ts';
import {
  type Availability,
  availability,
  type FlowAvailability,
} from '#app-settings/availability.ts';
import { endedFlows } from '#app-settings/ended-flows.ts';
import type { AccountFacts } from '#app-settings/facts.ts';
import { type Instead, useInstead } from '#app-settings/instead.ts';
import { ruleOf } from '#app-settings/rules/index.ts';
import type { Rule } from '#app-settings/rules/rule.ts';
import { type Change, smallestChange } from '#app-settings/smallest-change.ts';
import { type Predicted, predictedOf } from './predicted.ts';
import { shown, type Shown, shownOrder } from './verdict.ts';

/** What one reading of the settings says about one flow, in the order in which it is shown. */
export interface Answer {
  /** The portals that it holds for: both where they agree. */
  portals: Portal[];
  /** As the first of these portals has them. */
  settings: AppSettings;
  verdict: FlowAvailability;
  today: Shown;
  bySettings: Shown;
  sandbox: Shown;
  instead: Instead;
  /** Every rule that speaks against the flow. */
  reasons: Rule[];
  predicted?: Predicted;
  /** Set where the settings refuse, a change of them would turn that, and the flow has not ended. */
  change?: Change;
}

/** One flow; two answers where the reader cannot see the page and the portals differ. */
export interface Row {
  flow: FlowId;
  /** Whether all answers have the same verdict: then it is given once. */
  agree: boolean;
  answers: [Answer, ...Answer[]];
}

/** The sandbox enforces the settings and, by its demo users, the account; it has one host for all brands. */
function sandboxFacts(facts: AccountFacts): AccountFacts {
  const own = { ...facts };
  delete own.brandEnvironment;
  return own;
}

interface Reading {
  settings: AppSettings;
  verdicts: Availability;
  inSandbox: Availability;
}

function answer(
  flow: FlowId,
  { settings, verdicts, inSandbox }: Reading,
  facts: AccountFacts,
): Answer {
  const verdict = verdicts[flow];
  const predicted = predictedOf(flow, verdict);
  // A change of settings cannot help where RingCentral has ended the flow.
  const change = flow in endedFlows ? undefined : smallestChange(settings, flow, facts);
  return {
    portals: [settings.portal],
    settings,
    verdict,
    today: shown(verdict.today, verdict.reasons),
    bySettings: shown(verdict.bySettings, verdict.reasons),
    sandbox: shown(inSandbox[flow].bySettings, inSandbox[flow].reasons),
    instead: useInstead(flow, verdicts),
    reasons: verdict.reasons.map(ruleOf),
    ...(predicted && { predicted }),
    ...(change && { change }),
  };
}

/** Two readings are one where the reader would see and do the same: verdicts, error and change. */
function same(one: Answer, other: Answer): boolean {
  const gist = ({ predicted, change }: Answer) =>
    JSON.stringify([predicted?.code, change?.changes, change?.how]);
  return agree(one, other) && gist(one) === gist(other);
}

/** Two readings agree where each part of the verdict does; what lies behind it may differ. */
function agree(one: Answer, other: Answer): boolean {
  const parts = ({ today, bySettings, sandbox }: Answer) => [today, bySettings, sandbox].join();
  return parts(one) === parts(other);
}

function merged(one: Answer, other: Answer): Answer {
  const reasons = [...one.reasons, ...other.reasons.filter((rule) => !one.reasons.includes(rule))];
  return { ...one, portals: [...one.portals, ...other.portals], reasons };
}

const place = (verdict: Shown): number => shownOrder.indexOf(verdict);

/** Among equals, what to build on stands first. */
export const preferred: readonly FlowId[] = [
  'auth-code-pkce',
  'auth-code',
  'jwt',
  'refresh-token',
  'implicit',
  'password',
  'client-credentials',
];

/**
 * The seven flows with their verdicts, best first: by today, then by the settings.
 *
 * @param settings One reading of the form, or two.
 */
export function rowsOf(settings: readonly AppSettings[], facts: AccountFacts): Row[] {
  const read = settings.map((each): Reading => ({
    settings: each,
    verdicts: availability(each, facts),
    inSandbox: availability(each, sandboxFacts(facts)),
  }));
  return preferred
    .map((flow): Row => {
      const [first, second] = read.map((reading) => answer(flow, reading, facts));
      if (!first) throw new Error('A form has one reading at least');
      if (!second) return { flow, answers: [first], agree: true };
      if (same(first, second)) return { flow, answers: [merged(first, second)], agree: true };
      return { flow, answers: [first, second], agree: agree(first, second) };
    })
    .sort(({ answers: [one] }, { answers: [other] }) =>
      one.today === other.today
        ? place(one.bySettings) - place(other.bySettings)
        : place(one.today) - place(other.today),
    );
}

export type Counts = Record<Shown, number>;

/** How many flows have each verdict in one part; a row of two answers counts by its first. */
export function countsOf(rows: readonly Row[], part: 'today' | 'bySettings'): Counts {
  const counts = Object.fromEntries(shownOrder.map((verdict) => [verdict, 0])) as Counts;
  for (const { answers } of rows) counts[answers[0][part]] += 1;
  return counts;
}

/** The counts in a line: "2 allowed · 1 warning · 4 refused". */
export function countsInBrief({ allowed, warning, refused, ...doubts }: Counts): string {
  const doubtful = doubts.disputed + doubts['not known'];
  return [
    `${allowed} allowed`,
    ...(warning > 0 ? [`${warning} ${warning === 1 ? 'warning' : 'warnings'}`] : []),
    ...(doubtful > 0 ? [`${doubtful} in doubt`] : []),
    `${refused} refused`,
  ].join(' · ');
}
