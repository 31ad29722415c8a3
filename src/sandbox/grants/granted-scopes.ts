import type { DecidingRule } from '#protocol/errors/deciding-rule.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import { readScope } from '../checks/read-scope.ts';
import type { Policy } from '../policy.ts';

export type ScopeResult = { kind: 'scopes'; scopes: string[] } | { kind: 'refused'; fault: Fault };

function refusal(code: Fault['code'], rule: DecidingRule, scope: string): ScopeResult {
  const parameters = [{ parameterName: 'scope', parameterValue: scope.slice(0, 200) }];
  return { kind: 'refused', fault: { code, rule, parameters } };
}

/**
 * AS-051 to AS-054 where a grant takes a scope itself: under `ignore` the app's
 * own permissions whatever is asked, as RingCentral's guide says.
 */
export function scopesOfApp(
  asked: string | undefined,
  own: readonly string[],
  unknownScope: Policy['unknownScope'],
): ScopeResult {
  if (asked === undefined || unknownScope === 'ignore') return { kind: 'scopes', scopes: [...own] };
  const read = readScope(asked, own);
  if (!read) return refusal('SANDBOX-SCOPE-1', 'AS-051', asked);
  const { known, unknown } = read;
  const refusing = unknownScope === 'refuse' && unknown.length > 0;
  if (known.length === 0 || refusing) return refusal('SANDBOX-SCOPE-2', 'AS-054', asked);
  return { kind: 'scopes', scopes: known };
}

/** AS-145 and AS-146: a refresh may ask for less than was granted, never for more. */
export function scopesOfSession(
  asked: string | undefined,
  granted: readonly string[],
): ScopeResult {
  if (asked === undefined) return { kind: 'scopes', scopes: [...granted] };
  const read = readScope(asked, granted);
  if (!read) return refusal('SANDBOX-SCOPE-1', 'AS-051', asked);
  if (read.unknown.length > 0) return refusal('SANDBOX-SCOPE-3', 'AS-145', asked);
  return { kind: 'scopes', scopes: read.known };
}
