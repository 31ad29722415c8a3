import { rfc } from '#flows/specs.ts';
import { comparedSegments, expectedAndSent, plainSegments } from '../../compare/segments.ts';
import { type Case, header, isMasked, isShown, where } from '../../case.ts';
import { finding } from '../../finding.ts';
import { namedApp } from '../../named-app.ts';
import type { DiagnosisRule } from '../../rule.ts';
import { putBack } from '../../offers.ts';

/** The server looked for an app by this name, and the refusal says that it did not find the one. */
const unknown = new Set(['OAU-123', 'OAU-153', 'OAU-120', 'OAU-164', 'invalid_client']);
const authorizeRules = new Set(['AS-026', 'AS-027']);

const shown = (task: Case['task']): string =>
  task === 'authorize'
    ? ' It shows the error in its window, because it can redirect only to an app that it knows.'
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
  // A header or a body that a paste leaves out may have named it.
  if (!authorize && !(isShown(one, 'request headers') && isShown(one, 'request body'))) {
    return undefined;
  }
  const misspelt = ['clientId', 'client-id', 'clientid', 'client'].find((name) => sent.has(name));
  return finding({
    id: authorize ? 'LINT-010' : 'LINT-174',
    who: 'developer',
    title: 'The request does not say which app it is from',
    why: authorize
      ? `client_id is missing or empty, so the server knows neither the app nor an address to answer to.${shown(task)}`
      : 'An app without a secret sends no header, so only client_id in the body tells the server who asks.',
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
  const { task, app, exchange, code } = one;
  const isSaid =
    exchange.rule === 'AS-027' || ['OAU-153', 'OAU-120', 'OAU-164'].includes(code ?? '');
  const named = namedApp(one) ?? '';
  if (task === 'api' || !isSaid || named === '' || isMasked(named)) return undefined;
  const where = header(one, 'authorization') === undefined ? 'client_id' : 'Authorization';
  const isGone = named === app?.clientId;
  return finding({
    id: 'OAU-153',
    who: 'developer',
    title: isGone ? 'The server no longer has this app' : 'The server does not know this app',
    why: isGone
      ? `It had the app when this page read its settings: somebody deleted the app, or reset the sandbox.${shown(task)}`
      : `The server compares client ids character by character, and has its own apps: it does not know an id of another environment.${shown(task)}`,
    fix: isGone
      ? 'Make the app again, or use another one.'
      : 'Copy the client id again without a space or line break, and check which server you send to.',
    evidence: [{ source: exchange.id, parameter: where }],
    ...(app && !isGone
      ? {
          comparison: expectedAndSent(
            { label: 'Your app', text: app.clientId, maker: 'app' },
            named,
          ),
        }
      : {}),
    sources: [rfc(6749, '2.2')],
    actions: isGone ? [] : [putBack(one, [where], `Restore ${where}`)],
  });
};

/** LINT-212: the request names an app that has a secret, and sends none; the reader's own has none. */
export const clientIdWithoutItsSecret: DiagnosisRule = (one) => {
  const { task, app, sent, exchange, code } = one;
  const named = sent.get('client_id') ?? '';
  if (task === 'api' || task === 'authorize' || !app || code !== 'OAU-123') return undefined;
  if (!isShown(one, 'request headers')) return undefined;
  if (header(one, 'authorization') || named === '' || named === app.clientId) return undefined;
  return finding({
    id: 'LINT-212',
    who: 'developer',
    title: `The request names another app, ${named}, and does not authenticate it`,
    why: 'That app has a secret, and the request does not have it.',
    fix: `Send the client id of your own app, ${app.clientId}.`,
    evidence: [{ source: exchange.id, parameter: 'client_id' }],
    sources: [rfc(6749, '3.2.1')],
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
    why: `A code works only for the client_id that asked for it in ${where(one, 'authorize')}.`,
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
