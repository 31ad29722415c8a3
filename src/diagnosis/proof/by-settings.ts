import { availability } from '#app-settings/availability.ts';
import { asJwtApp } from '#app-settings/changes.ts';
import { ruleOf } from '#app-settings/rules/index.ts';
import { smallestChange } from '#app-settings/smallest-change.ts';
import type { FlowName } from '#flows/ids.ts';
import type { Finding } from '../finding.ts';
import type { About, Proof, ProofPlan, Run } from './plan.ts';
import { askedFlow } from './place.ts';
import { appFor } from './usual-app.ts';

/** A rule of the settings: the app as it is, and the app with the fewest changes that open the flow. */
export function bySettings(found: Finding, { settings, exchange }: About): Proof | undefined {
  const asked = askedFlow(exchange);
  if (!settings || asked === undefined) return undefined;
  const { bySettings: verdict, predictedError, reasons } = availability(settings)[asked];
  // The proof runs in the sandbox, which has a code of its own where RingCentral's is not known.
  const code = predictedError ?? reasons.map((id) => ruleOf(id).sandboxError).find(Boolean);
  if (verdict !== 'refused' || code === undefined) return undefined;
  if (asked === 'implicit' || asked === 'client-credentials') {
    return {
      kind: 'cannot',
      why:
        asked === 'implicit'
          ? 'Implicit answers after the # of an address, which only the browser’s window sees. Run it in the playground.'
          : 'No app of the sandbox has this grant, so no run succeeds.',
    };
  }
  const flow: FlowName =
    asked === 'refresh-token'
      ? settings.methods?.includes('jwt')
        ? 'jwt'
        : 'auth-code-pkce'
      : asked;
  const change = smallestChange(settings, asked);
  const broken: Run = {
    app: settings,
    flow,
    ...(asked === 'refresh-token' ? { step: 'refresh' } : {}),
  };
  const words = found.fix ?? change?.changes.join(' ') ?? '';
  if (asked === 'password') {
    const changes = ['Make a new app with JWT, and send its grant.'];
    return {
      kind: 'plan',
      plan: {
        broken,
        expected: { code },
        fix: { words, changes },
        mended: { app: asJwtApp(settings), flow: 'jwt', step: 'token' },
      },
    };
  }
  if (!change) return { kind: 'cannot', why: 'No setting allows this flow, so no run succeeds.' };
  const mended: Run = { ...broken, app: change.settings, step: broken.step ?? 'token' };
  return {
    kind: 'plan',
    plan: { broken, expected: { code }, fix: { words, changes: change.changes }, mended },
  };
}

/** The scope that a call needs: an app without it, then with it. */
export function byScope(found: Finding, { settings }: About): ProofPlan {
  const app = appFor('call-the-api', undefined, settings);
  const scope = 'ReadCallLog';
  return {
    broken: {
      app: { ...app, scopes: app.scopes.filter((one) => one !== scope) },
      flow: 'call-the-api',
      step: 'call-log',
    },
    expected: { code: 'CMN-401' },
    fix: {
      words: found.fix ?? 'Add the scope in the app’s settings, and sign in again.',
      changes: [`Add ${scope} to the app’s scopes.`],
    },
    mended: { app, flow: 'call-the-api', step: 'call-log' },
  };
}
