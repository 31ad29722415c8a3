import type { Fault } from '#protocol/errors/fault.ts';
import type { Policy } from '../policy.ts';

/** `scope-token *( SP scope-token )`, RFC 6749 section 3.3. */
const grammar = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/;

export type ScopeResult = { kind: 'scopes'; scopes: string[] } | { kind: 'refused'; fault: Fault };

function refusal(code: Fault['code'], rule: string, scope: string): ScopeResult {
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
  if (!grammar.test(asked)) return refusal('SANDBOX-SCOPE-1', 'AS-051', asked);
  const tokens = [...new Set(asked.split(' '))];
  const known = tokens.filter((token) => own.includes(token));
  const refusing = unknownScope === 'refuse' && known.length < tokens.length;
  if (known.length === 0 || refusing) return refusal('SANDBOX-SCOPE-2', 'AS-054', asked);
  return { kind: 'scopes', scopes: known };
}

/** AS-145 and AS-146: a refresh may ask for less than was granted, never for more. */
export function scopesOfSession(
  asked: string | undefined,
  granted: readonly string[],
): ScopeResult {
  if (asked === undefined) return { kind: 'scopes', scopes: [...granted] };
  if (!grammar.test(asked)) return refusal('SANDBOX-SCOPE-1', 'AS-051', asked);
  const tokens = [...new Set(asked.split(' '))];
  if (tokens.some((token) => !granted.includes(token))) {
    return refusal('SANDBOX-SCOPE-3', 'AS-145', asked);
  }
  return { kind: 'scopes', scopes: tokens };
}
