import type { FlowId } from '#app-settings/app.ts';
import { rfc } from '#flows/specs.ts';
import type { ServerRuleId } from '#protocol/errors/deciding-rule.ts';
import { kindOf } from '#protocol/exchange-parts.ts';
import type { Case } from '../../case.ts';
import { type Draft, finding, type Finding } from '../../finding.ts';
import { lookAt, moveOff, putBack, signInWith } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** What the sandbox says decided; of a redirect, the request that it answers. */
function decidedBy({ exchange, earlier, task }: Case): string | undefined {
  if (task !== 'return') return exchange.rule;
  return earlier.findLast((one) => kindOf(one) === 'authorize')?.rule;
}

/** Which policy it is: the sandbox's own names its rule, another server's is its owner's. */
const whose = (rule: string | undefined): string =>
  rule === undefined
    ? 'the policy of this server decides'
    : `the sandbox’s policy decides (${rule}), and the console changes it, under Policy`;

/** A flow that the server has no more, whatever the settings of an app say. */
function off(
  one: Case,
  rule: ServerRuleId,
  flow: FlowId,
  draft: Pick<Draft, 'title' | 'fix' | 'sources'>,
): Finding {
  return finding({
    ...draft,
    id: rule,
    who: 'developer',
    why: `The request is correct, and no setting of the app changes the answer: ${whose(rule)}.`,
    evidence: [{ source: one.exchange.id, parameter: 'response' }],
    actions: [...moveOff(flow), lookAt(one)],
  });
}

/** AS-086, AS-087: the server has no implicit flow. An app without it gets another error by AS-086. */
export const implicitIsOff: DiagnosisRule = (one) => {
  const rule = decidedBy(one);
  if (rule !== 'AS-086' && rule !== 'AS-087') return undefined;
  if (one.returned?.get('error') !== 'unsupported_response_type') return undefined;
  return off(one, rule, 'implicit', {
    title:
      rule === 'AS-087'
        ? 'OAuth 2.1 has no implicit flow'
        : 'The implicit flow is off on this server',
    fix: 'Send response_type=code with PKCE: the code flow does the same for an app in a browser.',
    sources: [
      { label: 'Move to the code flow', href: '/flows/implicit/#move-to-the-code-flow' },
      rfc(9700, '2.1.2'),
    ],
  });
};

const unsupported = new Set(['OAU-250', 'OAU-251', 'unsupported_grant_type']);

/** AS-140: the server has no password flow. A user who may not use it gets another error by the same rule. */
export const passwordIsOff: DiagnosisRule = (one) => {
  const rule = decidedBy(one);
  if (rule !== 'AS-140' || !unsupported.has(one.code ?? '')) return undefined;
  return off(one, rule, 'password', {
    title: 'The password flow is off on this server',
    fix: 'If a person signs in, use the code flow with PKCE. For one fixed user, use JWT.',
    sources: [
      { label: 'Move off the password flow', href: '/guides/move-off-the-password-flow/' },
      rfc(9700, '2.4'),
    ],
  });
};

const words = (scope: string | undefined): string[] => (scope ?? '').split(' ').filter(Boolean);

/** AS-054: a scope that the app does not have, on a server that refuses one. */
export const scopeIsUnknown: DiagnosisRule = (one) => {
  const { app, authorized, code, exchange, returned, sent, task } = one;
  const rule = decidedBy(one);
  const isNamed = (returned?.get('error') ?? code) === 'invalid_scope';
  if (task === 'refresh' || (rule === undefined ? !isNamed : rule !== 'AS-054')) return undefined;
  const atToken = task === 'token';
  const asked = words((atToken ? sent : authorized).get('scope'));
  const lacking = app?.settings
    ? asked.filter((scope) => !app.settings?.scopes.includes(scope))
    : [];
  const named = lacking.length > 0 ? lacking.join(' ') : undefined;
  return finding({
    id: 'AS-054',
    who: 'developer',
    title:
      named === undefined
        ? 'The server refuses a scope that you asked for'
        : `The app does not have the scope ${named}`,
    certainty: named === undefined && rule === undefined ? 'likely' : 'certain',
    why: `A server may refuse such a request, leave the scope out, or ignore the parameter: ${whose(rule)}. RingCentral ignores it and grants what the app has.`,
    fix: 'Leave scope out to get all that the app has, or add the scope in the app’s settings.',
    evidence: [{ source: exchange.id, parameter: 'scope' }],
    sources: [rfc(6749, '3.3')],
    actions: [
      atToken
        ? putBack(one, ['scope'])
        : signInWith(one, ['scope'], 'Put it right and sign in again'),
      ...(app && named !== undefined
        ? [
            {
              label: 'Change the settings',
              action: { kind: 'change-setting' as const, clientId: app.clientId },
            },
          ]
        : []),
    ],
  });
};
