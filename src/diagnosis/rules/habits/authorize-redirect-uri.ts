import { rfc } from '#flows/specs.ts';
import { authorizeParameters, statusOf } from '#protocol/exchange-parts.ts';
import { isLoopbackName } from '#protocol/loopback.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** LINT-019: the address is one that the app's settings list. */
export const redirectUriRegistered: DiagnosisRule = ({ exchange, task, app }) => {
  const sent = authorizeParameters(exchange).get('redirect_uri') ?? '';
  return task === 'authorize' && app?.redirectUris.includes(sent)
    ? finding({
        id: 'LINT-019',
        kind: 'well',
        part: 'settings',
        title: 'The redirect URI is a registered one',
        why: '',
        evidence: [{ source: exchange.id, parameter: 'redirect_uri' }],
        sources: [rfc(6749, '3.1.2.3')],
      })
    : undefined;
};

function hostOf(uri: string): string {
  try {
    return new URL(uri).hostname;
  } catch {
    return '';
  }
}

/** LINT-014: the server takes the only address that is registered; RingCentral's guide asks for it all the same. */
export const redirectUriLeftOut: DiagnosisRule = ({ exchange, task }) =>
  task === 'authorize' &&
  !authorizeParameters(exchange).get('redirect_uri') &&
  (statusOf(exchange) ?? 0) < 400
    ? finding({
        id: 'LINT-014',
        kind: 'risk',
        who: 'developer',
        title: 'No `redirect_uri`.',
        why: 'The server used the only registered one. If you register a second one, it refuses.',
        fix: 'Send the registered one; RingCentral’s guide asks for it.',
        evidence: [{ source: exchange.id, parameter: 'redirect_uri' }],
        sources: [rfc(6749, '3.1.2.3')],
      })
    : undefined;

/** LINT-018: plain http, which loopback alone may use. */
export const redirectUriHttp: DiagnosisRule = ({ exchange, task }) => {
  const sent = authorizeParameters(exchange).get('redirect_uri') ?? '';
  if (task !== 'authorize' || !sent.startsWith('http:') || (statusOf(exchange) ?? 0) >= 400) {
    return undefined;
  }
  return finding({
    id: isLoopbackName(hostOf(sent)) ? 'LINT-018' : 'LINT-017',
    kind: 'risk',
    who: 'developer',
    part: 'settings',
    title: 'It starts with http. That is right on localhost; in production use https.',
    why: 'On loopback nothing leaves your computer; elsewhere anybody on the way reads the code.',
    evidence: [{ source: exchange.id, parameter: 'redirect_uri' }],
    sources: [rfc(9700, '2.6')],
  });
};
