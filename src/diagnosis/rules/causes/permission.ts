import { rfc } from '#flows/specs.ts';
import { refusalOf } from '#protocol/exchange-parts.ts';
import { finding } from '../../finding.ts';
import { lookAt } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** LINT-259: the app lacks the scope that the API names. */
export const scopeMissing: DiagnosisRule = (one) => {
  const { task, code, app, exchange } = one;
  if (task !== 'api' || code !== 'CMN-401') return undefined;
  const needed = /\[(\w+)\]/.exec(refusalOf(exchange).message ?? '')?.[1];
  const lacking =
    needed !== undefined && app?.settings ? !app.settings.scopes.includes(needed) : undefined;
  return finding({
    id: 'LINT-259',
    who: lacking === false ? 'administrator' : 'developer',
    title:
      needed === undefined
        ? 'The app lacks a permission for this call'
        : lacking === true
          ? `The app does not have the scope ${needed}`
          : `The call needs the permission ${needed}`,
    certainty: lacking === true ? 'certain' : 'likely',
    why: 'The token is good, and what it may do was decided when the app was registered. A refresh does not widen it.',
    fix:
      lacking === false
        ? 'The app has the scope, so the user’s role lacks it: an administrator can give it.'
        : 'Add the scope in the app’s settings, and sign in again.',
    evidence: [{ source: exchange.id, parameter: 'response' }],
    sources: [rfc(6750, '3.1')],
    actions:
      app && lacking !== false
        ? [
            {
              label: 'Change the settings',
              action: { kind: 'change-setting', clientId: app.clientId },
            },
            lookAt(one),
          ]
        : [lookAt(one)],
  });
};
