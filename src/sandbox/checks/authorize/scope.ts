import type { AuthorizeCheck } from './request.ts';

/** `scope-token *( SP scope-token )`, RFC 6749 section 3.3. */
const scopeGrammar = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/;

/**
 * AS-051 to AS-054. `ignore` is RingCentral's way: the app's own permissions,
 * whatever was asked. Otherwise what was asked and the app has; a permission
 * beyond that is refused or left out, as the policy says. Left out, `scope` is all of the app's.
 */
export const scope: AuthorizeCheck = (request) => {
  const { app, policy } = request;
  const sent = request.parameters.get('scope');
  const own = app?.scopes ?? [];
  request.scopes = [...own];
  if (sent === undefined || policy.unknownScope === 'ignore') return undefined;
  const parameters = [{ parameterName: 'scope', parameterValue: sent }];
  if (!scopeGrammar.test(sent)) return { code: 'SANDBOX-SCOPE-1', rule: 'AS-051', parameters };
  const asked = [...new Set(sent.split(' '))];
  const known = asked.filter((token) => own.includes(token));
  const unknown = asked.filter((token) => !own.includes(token));
  if (known.length === 0 || (unknown.length > 0 && policy.unknownScope === 'refuse')) {
    return {
      code: 'SANDBOX-SCOPE-2',
      rule: 'AS-054',
      message: `The app does not have this permission: ${unknown.join(' ')}`,
      parameters,
    };
  }
  request.scopes = known;
  return undefined;
};
