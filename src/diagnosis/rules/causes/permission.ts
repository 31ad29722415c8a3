import { rfc } from '#flows/specs.ts';
import { hasTokens, refusalOf } from '#protocol/exchange-parts.ts';
import type { Case } from '../../case.ts';
import { finding } from '../../finding.ts';
import { lookAt } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** What the newest token may do, as the answer that brought it says. */
function grantedScopes({ earlier }: Case): string[] | undefined {
  const answer = earlier.findLast(hasTokens)?.response?.body ?? '';
  const scope = /"scope"\s*:\s*"([^"]*)"/.exec(answer)?.[1];
  return scope?.split(' ');
}

/** LINT-259: the app lacks the scope that the API names. */
export const scopeMissing: DiagnosisRule = (one) => {
  const { task, code, app, exchange } = one;
  if (task !== 'api' || code !== 'CMN-401') return undefined;
  const needed = /\[(\w+)\]/.exec(refusalOf(exchange).message ?? '')?.[1];
  const granted = grantedScopes(one);
  const narrowed = needed !== undefined && granted !== undefined && !granted.includes(needed);
  const lacking =
    needed !== undefined && app?.settings ? !app.settings.scopes.includes(needed) : undefined;
  return finding({
    id: 'LINT-259',
    who: 'developer',
    title:
      needed === undefined
        ? 'The app lacks a permission for this call'
        : lacking === true
          ? `The app does not have the scope ${needed}`
          : narrowed
            ? `The token was issued without the scope ${needed}`
            : `The call needs the permission ${needed}`,
    certainty: lacking === true || narrowed ? 'certain' : 'likely',
    why: 'The token is valid, and the app’s settings decided what it may do. A refresh does not add to it.',
    fix:
      lacking === false
        ? 'Sign in again, so that the new token has it. If the API still refuses, the user’s role lacks the permission: ask an administrator for it.'
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
