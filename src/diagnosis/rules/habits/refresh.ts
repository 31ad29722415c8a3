import { rfc } from '#flows/specs.ts';
import { hasTokens, statusOf } from '#protocol/exchange-parts.ts';
import { before } from '../../case.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** LINT-177: a refresh, before the end or after a 401. */
export const refresh: DiagnosisRule = (one) => {
  const { exchange, task } = one;
  if (task !== 'refresh' || !hasTokens(exchange)) return undefined;
  const last = before(one, 'api').at(-1);
  return finding({
    id: 'LINT-177',
    kind: 'well',
    title:
      last && statusOf(last) === 401
        ? 'Refreshed after the API refused the old token'
        : 'Refreshed before the access token ended',
    why: '',
    evidence: [{ source: exchange.id, parameter: 'grant_type' }],
    sources: [rfc(6749, '6')],
  });
};
