import {
  type AppSettings,
  audiences,
  flowIds,
  type FlowId,
  type Portal,
  portals,
} from '#app-settings/app.ts';
import type { AccountFacts } from '#app-settings/facts.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import type { ChangeHow, Rule } from '#app-settings/rules/rule.ts';
import { exampleRedirectUri } from '#app-settings/changes.ts';
import { currentPlatformTypes } from '#app-settings/portals.ts';
import { platformTypes } from '#app-settings/app.ts';

/** What a rule comes to over all the apps that the portals make. */
export interface RuleFacts {
  /** The flows that it speaks about. */
  flows: FlowId[];
  effect: 'warning' | 'refused';
  /** Each change that turns it, with how it is made: by portal, where the two differ. */
  changes: { change: string; how: string }[];
}

const everyFact: AccountFacts = {
  ssoEnforced: true,
  mfaRequired: true,
  thirdPartyAppsAccess: false,
  otherCompanies: true,
  brandEnvironment: 'att',
};

/** One app of every kind, without and with what a rule could miss. */
const apps: AppSettings[] = portals.flatMap((portal) =>
  audiences.flatMap((audience) =>
    [[], [exampleRedirectUri]].flatMap((redirectUris) => {
      const app = { name: 'Any app', portal, audience, redirectUris, scopes: [] };
      const off = { ...app, issueRefreshTokens: false };
      return portal === 'classic'
        ? platformTypes.map((platformType): AppSettings => ({ ...off, platformType }))
        : [
            ...[...currentPlatformTypes].flatMap((platformType): AppSettings[] => [
              { ...off, methods: ['three-legged'], platformType },
              { ...off, methods: ['three-legged', 'password'], platformType },
            ]),
            { ...off, methods: ['jwt'] },
            { ...off, methods: ['password'] },
          ];
    }),
  ),
);

/**
 * Asks a rule about every kind of app.
 *
 * @throws Error where it never speaks, or is a refusal here and a warning there.
 */
export function ruleFacts(rule: Rule): RuleFacts {
  const flows = new Set<FlowId>();
  const effects = new Set<'warning' | 'refused'>();
  const changes = new Map<string, Partial<Record<Portal, ChangeHow>>>();
  for (const app of apps) {
    for (const flow of flowIds) {
      const effect = rule.applies(app, everyFact, flow, () => 'refused');
      if (!effect) continue;
      flows.add(flow);
      effects.add(effect);
      const change = rule.smallestChange(app, flow);
      if (change) {
        changes.set(change.change, { ...changes.get(change.change), [app.portal]: change.how });
      }
    }
  }
  const [effect, ...others] = effects;
  if (effect === undefined || others.length > 0) throw new Error(`${rule.id} has no one effect`);
  return {
    flows: flowIds.filter((flow) => flows.has(flow)),
    effect,
    changes: [...changes].map(([change, how]) => ({ change, how: howWords(how) })),
  };
}

function howWords({ classic, current }: Partial<Record<Portal, ChangeHow>>): string {
  return classic !== undefined && current !== undefined && classic !== current
    ? `${classic} in the classic portals, ${current} in the current one`
    : (classic ?? current ?? '');
}

/** The flows in a reader's words. */
export function namesOf(flows: readonly FlowId[]): string {
  return flows.length === flowIds.length
    ? 'every flow'
    : flows.map((flow) => flowNames[flow]).join(', ');
}
