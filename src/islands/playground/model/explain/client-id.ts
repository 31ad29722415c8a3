import type { ExplainContext } from '../explain-context.ts';
import type { Explanation } from './explanation.ts';
import { comparedSegments, plainSegments } from './segments.ts';

const codes = new Set(['OAU-123', 'OAU-153', 'OAU-110', 'OAU-120', 'OAU-164', 'invalid_client']);
const authorizeRules = new Set(['AS-026', 'AS-027']);

/** The request does not name the app, names one that the server does not know, or another one. */
export function explainClientId(context: ExplainContext): Explanation | undefined {
  const { step, task, app, sent, code, exchange, where } = context;
  const named = sent['client_id'];
  const refused = authorizeRules.has(exchange.rule ?? '') || codes.has(code ?? '');
  // With a secret, the header names the app.
  const inHeader = app.clientType === 'confidential' && task !== 'authorize';
  if (task === 'api' || inHeader || !refused || named === app.clientId) return undefined;
  const action =
    task === 'authorize' || code !== 'OAU-110'
      ? { kind: 'restore' as const, step, names: ['client_id'], send: true }
      : { kind: 'fresh-code' as const, step, restore: ['client_id'] };
  const shared = {
    certainty: 'certain' as const,
    alsoTried: [],
    about: {
      label: 'RFC 6749 3.2.1',
      href: 'https://www.rfc-editor.org/rfc/rfc6749.html#section-3.2.1',
    },
  };
  const shown =
    task === 'authorize' ? ' It shows the error in its window and redirects nowhere.' : '';
  if (!named) {
    return {
      ...shared,
      title: 'The request does not say which app it is',
      sentences: [
        `An app without a secret names itself with client_id in every request. Without it the server does not know whose ${task === 'authorize' ? 'request' : 'code or token'} this is.${shown}`,
      ],
      comparison: [],
      fixes: [{ label: 'Put client_id back and send', action }],
    };
  }
  return {
    ...shared,
    title:
      code === 'OAU-110' ? 'The code belongs to another app' : 'The server does not know this app',
    sentences: [
      code === 'OAU-110'
        ? `A code is bound to the client_id that asked for it in ${where('authorize')}.`
        : `No app has this client_id. An id of another environment looks the same.${shown}`,
    ],
    comparison: [
      { label: 'Your app', segments: plainSegments(app.clientId), maker: 'app' },
      {
        label: 'What you sent',
        segments: comparedSegments(named, app.clientId),
        verdict: 'differs',
      },
    ],
    fixes: [{ label: 'Restore client_id and send', action }],
  };
}
