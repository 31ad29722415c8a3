import { describe, expect, it } from 'vitest';
import { authCodePkce } from '#flows/auth-code-pkce.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { statusesOf } from './statuses.ts';

function exchange(step: string, status?: number): Exchange {
  return {
    id: `${step}-${status}`,
    from: 'browser',
    to: 'app',
    step,
    startedAt: 0,
    request: { method: 'GET', url: 'http://localhost/', headers: [] },
    ...(status === undefined ? {} : { response: { status, headers: [] } }),
  };
}

describe('the statuses that the diagram names', () => {
  it('takes the redirect of the consent form for the step that brings the code', () => {
    const statuses = statusesOf(
      {
        exchanges: [exchange('sign-in', 200), exchange('sign-in', 303), exchange('return', 200)],
      },
      authCodePkce.steps,
    );
    expect(statuses.get('return')).toBe(303);
    expect(statuses.get('sign-in')).toBe(200);
  });

  it('keeps the last answer of a step that was sent twice, and none where none came', () => {
    const statuses = statusesOf(
      {
        exchanges: [exchange('token', 400), exchange('token', 200), exchange('api')],
      },
      authCodePkce.steps,
    );
    expect([statuses.get('token'), statuses.get('api')]).toEqual([200, undefined]);
  });
});
