import { readScope } from '../read-scope.ts';
import type { AuthorizeCheck } from './request.ts';

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
  const asked = readScope(sent, own);
  if (!asked) return { code: 'SANDBOX-SCOPE-1', rule: 'AS-051' };
  const { known, unknown } = asked;
  if (known.length === 0 || (unknown.length > 0 && policy.unknownScope === 'refuse')) {
    return {
      code: 'SANDBOX-SCOPE-2',
      rule: 'AS-054',
      message: `The app does not have this permission: ${unknown.join(' ')}`,
    };
  }
  request.scopes = known;
  return undefined;
};
