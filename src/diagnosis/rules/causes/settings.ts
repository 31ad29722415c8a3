import { flowNames } from '#app-settings/flow-kinds.ts';
import { rfc } from '#flows/specs.ts';
import { finding } from '../../finding.ts';
import { namedApp } from '../../named-app.ts';
import { again, lookAt, moveOff } from '../../offers.ts';
import type { Case } from '../../case.ts';
import type { DiagnosisRule } from '../../rule.ts';
import { askedFlow, forbiddenBy } from '../forbidden-by.ts';

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
    why: 'An app’s settings decide which flows it may use. The server could read the request, so neither its form nor its user is the cause.',
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
