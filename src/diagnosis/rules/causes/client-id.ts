import { rfc } from '#flows/specs.ts';
import { readBasic } from '#protocol/basic.ts';
import { comparedSegments, plainSegments } from '../../compare/segments.ts';
import { type Case, header, where } from '../../case.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';
import { putBack } from '../../offers.ts';

/** The server looked for an app by this name, and the refusal says that it did not find the one. */
const unknown = new Set(['OAU-123', 'OAU-153', 'OAU-120', 'OAU-164', 'invalid_client']);
const authorizeRules = new Set(['AS-026', 'AS-027']);

const shown = (task: Case['task']): string =>
  task === 'authorize'
    ? ' It shows the error in its window: an answer by redirect needs an app that it knows.'
    : '';

/** The app's secret goes in a header, which names the app there. */
const namedInHeader = (one: Case): boolean =>
  one.task !== 'authorize' &&
  (one.app?.clientType === 'confidential' || header(one, 'authorization') !== undefined);

function isUnknown({ exchange, code }: Case): boolean {
  return authorizeRules.has(exchange.rule ?? '') || unknown.has(code ?? '');
}

/** LINT-010, LINT-174: the request does not say which app it is from. */
export const clientIdMissing: DiagnosisRule = (one) => {
  const { task, sent, exchange } = one;
  if (task === 'api' || namedInHeader(one) || !isUnknown(one) || sent.get('client_id')) {
    return undefined;
  }
  const authorize = task === 'authorize';
  const misspelt = ['clientId', 'client-id', 'clientid', 'client'].find((name) => sent.has(name));
  return finding({
    id: authorize ? 'LINT-010' : 'LINT-174',
    who: 'developer',
    title: 'The request does not say which app it is from',
    why: authorize
      ? `client_id is missing or empty, so the server knows neither the app nor an address to answer to.${shown(task)}`
      : 'An app without a secret sends no header, so client_id in the body is all that tells the server who asks.',
    fix:
      misspelt === undefined
        ? authorize
          ? 'Send client_id as the app settings show it. A misspelt name, such as clientId, counts as missing.'
          : 'Send client_id with every token, refresh and revocation request.'
        : `Write client_id. You sent ${misspelt}, which counts as missing.`,
    evidence: [{ source: exchange.id, parameter: 'client_id' }],
    sources: [authorize ? rfc(6749, '4.1.1') : rfc(6749, '3.2.1')],
    actions: [putBack(one, ['client_id'], 'Put client_id back')],
  });
};

/** OAU-153: the server has no app of that id. */
export const clientIdUnknown: DiagnosisRule = (one) => {
  const { task, sent, app, exchange, code } = one;
  const named = sent.get('client_id') ?? '';
  if (task === 'api' || namedInHeader(one) || !isUnknown(one) || named === '') return undefined;
  if (named === app?.clientId) return undefined;
  return finding({
    id: 'OAU-153',
    who: 'developer',
    title: 'The server does not know this app',
    certainty: exchange.rule === 'AS-027' || code === 'OAU-153' || app ? 'certain' : 'likely',
    why: `Client ids are compared character by character, and each server has its own apps: an id of another environment is unknown here.${shown(task)}`,
    fix: 'Copy the client id again without a space or line break, and check which server you send to.',
    evidence: [{ source: exchange.id, parameter: 'client_id' }],
    ...(app
      ? {
          comparison: [
            { label: 'Your app', segments: plainSegments(app.clientId), maker: 'app' as const },
            {
              label: 'What you sent',
              segments: comparedSegments(named, app.clientId),
              verdict: 'differs' as const,
            },
          ],
        }
      : {}),
    sources: [rfc(6749, '2.2')],
    actions: [putBack(one, ['client_id'], 'Restore client_id')],
  });
};

/** OAU-110: a code is bound to the app that asked for it. */
export const clientIdOfAnother: DiagnosisRule = (one) => {
  const { code, app, sent, step, exchange } = one;
  if (code !== 'OAU-110') return undefined;
  const named = sent.get('client_id') ?? '';
  return finding({
    id: 'OAU-110',
    who: 'developer',
    title: 'The code belongs to another app',
    why: `A code is bound to the client_id that asked for it in ${where(one, 'authorize')}.`,
    fix: 'Use one client id in both steps.',
    evidence: [{ source: exchange.id, parameter: 'client_id' }],
    ...(app && named !== '' && named !== app.clientId
      ? {
          comparison: [
            { label: 'Your app', segments: plainSegments(app.clientId), maker: 'app' as const },
            {
              label: 'What you sent',
              segments: comparedSegments(named, app.clientId),
              verdict: 'differs' as const,
            },
          ],
        }
      : {}),
    sources: [rfc(6749, '4.1.3')],
    actions: [
      {
        label: 'Restore client_id and get a fresh code',
        action: { kind: 'fresh-code', step, restore: ['client_id'] },
      },
    ],
  });
};

/** The app that the request names: in its header, else in its body or address. */
export function namedApp(one: Case): string | undefined {
  const basic = readBasic(header(one, 'authorization') ?? '');
  if (basic.kind === 'basic') return basic.decoded?.id ?? basic.raw.id;
  return one.sent.get('client_id') ?? (one.authorized.get('client_id') || undefined);
}
