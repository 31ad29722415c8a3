import type { AppSettings, FlowId } from '#app-settings/app.ts';
import { availability } from '#app-settings/availability.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import type { RuleId } from '#app-settings/rules/ids.ts';
import { ruleOf } from '#app-settings/rules/index.ts';
import { smallestChange } from '#app-settings/smallest-change.ts';
import { rfc } from '#flows/specs.ts';
import { formOf, grantOf } from '#protocol/exchange-parts.ts';
import type { Case } from '../../case.ts';
import { type Draft, finding } from '../../finding.ts';
import { again, lookAt, moveOff } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';
import { namedApp } from './client-id.ts';

const byGrant: Readonly<Record<string, FlowId>> = {
  password: 'password',
  refresh_token: 'refresh-token',
  'urn:ietf:params:oauth:grant-type:jwt-bearer': 'jwt',
  client_credentials: 'client-credentials',
};

/** The flow that a request asks for, as the rule book names it. */
export function askedFlow({ exchange, authorized }: Case): FlowId | undefined {
  const grant = grantOf(exchange);
  if (grant === 'authorization_code') {
    return formOf(exchange).has('code_verifier') ? 'auth-code-pkce' : 'auth-code';
  }
  if (grant !== undefined) return byGrant[grant];
  if (authorized.get('response_type') === 'token') return 'implicit';
  if (authorized.size === 0) return undefined;
  return authorized.has('code_challenge') ? 'auth-code-pkce' : 'auth-code';
}

/** What a server answers when the settings of the app forbid what it asks for. */
const refusedWith = new Set([
  'OAU-112',
  'OAU-113',
  'OAU-125',
  'OAU-152',
  'OAU-251',
  'unauthorized_client',
]);

function answered({ code, returned, exchange, app }: Case): string {
  // A page that the server shows in its window names no code to anybody else.
  const hasNoUri = exchange.rule === 'AS-034' && app?.redirectUris.length === 0;
  return code ?? returned?.get('error') ?? (hasNoUri ? 'OAU-113' : '');
}

/**
 * What forbids a flow to an app: the first rule of the settings that refuses it, with what would
 * change it. The rule book decides by the settings alone.
 */
export function forbiddenBy(
  ofApp: AppSettings,
  flow: FlowId,
):
  | (Pick<Draft, 'title' | 'why' | 'fix' | 'sources'> & { id: RuleId; changes: string[] })
  | undefined {
  const judged = availability(ofApp);
  if (judged[flow].bySettings !== 'refused') return undefined;
  const book = judged[flow].reasons.map(ruleOf);
  const rule = book.find(
    ({ part, applies }) =>
      part === 'settings' &&
      applies(ofApp, {}, flow, (other) => judged[other].bySettings) === 'refused',
  );
  if (!rule) return undefined;
  const change = smallestChange(ofApp, flow);
  const today = book.find(({ part }) => part === 'today');
  const isOver = today !== undefined && (flow === 'password' || flow === 'implicit');
  const changes = isOver ? [] : (change?.changes ?? []);
  const guide = {
    label: 'Move off the password flow',
    href: '/guides/move-off-the-password-flow/',
  };
  return {
    id: rule.id,
    title:
      rule.id === 'X8'
        ? `“Issue refresh tokens” is off in this app (${rule.id})`
        : `The settings of this app do not allow ${flowNames[flow]} (${rule.id})`,
    why: rule.words,
    fix: isOver
      ? `No setting brings it back at RingCentral. ${today.words}`
      : changes.length > 0
        ? changes.join(' ')
        : 'No setting of this app changes it: use a flow that the app has.',
    sources: [...(flow === 'password' ? [guide] : []), ...rule.source],
    changes,
  };
}

/**
 * The rule of the settings that forbids what was asked for: proven, because the settings are known
 * and the rule book decides by them alone.
 */
export const settings: DiagnosisRule = (one) => {
  const { app, exchange } = one;
  if (!app?.settings || !refusedWith.has(answered(one))) return undefined;
  const named = namedApp(one);
  if (named !== undefined && named !== app.clientId) return undefined;
  const flow = askedFlow(one);
  if (!flow) return undefined;
  const forbidden = forbiddenBy(app.settings, flow);
  if (!forbidden) return undefined;
  const { changes, ...words } = forbidden;
  return finding({
    ...words,
    who: 'developer',
    evidence: [{ source: exchange.id, parameter: 'response' }],
    setting: { rule: words.id, clientId: app.clientId, changes },
    actions: [
      ...(words.id === 'X8' ? [again(one)] : []),
      ...(changes.length > 0
        ? [
            {
              label: 'Change the settings',
              action: { kind: 'change-setting' as const, clientId: app.clientId },
            },
          ]
        : []),
      ...(words.id === 'X8' || changes.length > 0 ? [] : [...moveOff(flow), lookAt(one)]),
    ],
  });
};

/** LINT-212: the refusal is about an app, and the request names another one than the reader's. */
export const settingsOfAnother: DiagnosisRule = (one) => {
  const { app, exchange, step } = one;
  const named = namedApp(one);
  if (!app || named === undefined || named === app.clientId) return undefined;
  if (!refusedWith.has(answered(one))) return undefined;
  const flow = askedFlow(one);
  const basic = exchange.request.headers.find(([name]) => name.toLowerCase() === 'authorization');
  return finding({
    id: 'LINT-212',
    who: 'developer',
    title: `The request names another app, ${named}, which may not use ${flow ? flowNames[flow] : 'this flow'}`,
    why: 'Which flows an app may use is decided by its settings. The request was read well, so neither its form nor its user is at fault.',
    fix: `Send the client id of your own app, ${app.clientId}, or use a flow that ${named} has.`,
    evidence: [{ source: exchange.id, parameter: basic ? 'Authorization' : 'client_id' }],
    sources: [rfc(6749, '5.2')],
    actions: [
      one.task === 'token' || one.task === 'refresh'
        ? {
            label: 'Put it right and send',
            action: {
              kind: 'restore',
              step,
              names: [basic ? 'Authorization' : 'client_id'],
              send: true,
            },
          }
        : {
            label: 'Restore client_id and sign in again',
            action: { kind: 'fresh-code', step, restore: ['client_id'] },
          },
    ],
  });
};
