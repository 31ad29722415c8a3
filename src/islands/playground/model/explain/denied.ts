import type { ExplainContext } from '../explain-context.ts';
import type { Explanation } from './explanation.ts';

/** The redirect brought an error, or nothing that answers an authorization request. */
export function explainDenied({ answer }: ExplainContext): Explanation | undefined {
  if (answer.kind !== 'redirect' || answer.outcome !== 'error') return undefined;
  const value = (name: string) =>
    answer.parameters.find((parameter) => parameter.name === name)?.value;
  const error = value('error');
  const description = value('error_description');
  const told = { certainty: 'certain' as const, comparison: [], alsoTried: [] };
  const about = {
    label: 'RFC 6749 4.1.2.1',
    href: 'https://www.rfc-editor.org/rfc/rfc6749.html#section-4.1.2.1',
  };
  const signInAgain = { label: 'Sign in again', action: { kind: 'fresh-code' as const } };
  const change = {
    label: 'Look at the request',
    action: { kind: 'open-step' as const, step: 'authorize' },
  };
  if (error === 'access_denied') {
    return {
      ...told,
      title: 'The user chose Deny',
      sentences: [
        'Your app receives access_denied and no code. That is the flow working: say that nothing was connected, and offer to try again.',
      ],
      fixes: [signInAgain],
      about,
    };
  }
  if (error === undefined) {
    return {
      ...told,
      title: 'The callback was opened without an answer',
      sentences: [
        'The address has neither code nor error, so it is no answer of an authorization server.',
      ],
      fixes: [signInAgain, change],
      about,
    };
  }
  if (error === 'server_error' || error === 'temporarily_unavailable') {
    return {
      ...told,
      title: 'The server could not finish',
      sentences: [`It answered ${error}. The same request may succeed a little later.`],
      fixes: [signInAgain],
      about,
    };
  }
  return {
    ...told,
    title: `The server refused the request: ${error}`,
    sentences: [
      ...(description === undefined ? [] : [`It says: “${description}”.`]),
      'The redirect URI is trusted, so the refusal comes back to your app as a redirect.',
    ],
    fixes: [change],
    about,
  };
}
