import { describe, expect, it } from 'vitest';
import type { Exchange } from '#protocol/exchange.ts';
import { languagesOf, ofOtherPrograms } from './made-by.ts';

const origin = 'http://localhost:4321';

function of(path: string, agent: string | undefined, more: Partial<Exchange> = {}): Exchange {
  return {
    id: `${path} ${agent}`,
    from: 'app',
    to: 'authorization-server',
    caller: 'program',
    startedAt: 0,
    request: {
      method: 'POST',
      url: `${origin}${path}`,
      headers: agent === undefined ? [] : [['User-Agent', agent]],
    },
    response: { status: 200, headers: [] },
    ...more,
  };
}
const token = '/restapi/oauth/token';

describe('which program sent a request', () => {
  // As the six programs sent them to the sandbox on 29 November 2026.
  it.each([
    ['node', ['node']],
    ['Python-urllib/3.11', ['python']],
    ['PHP/8.2.36', ['php']],
    ['Ruby', ['ruby']],
    ['Java-http-client/17.0.15', ['java']],
    [undefined, ['php', 'c-sharp']],
    ['curl/8.5.0', undefined],
  ])('%s', (agent, languages) => {
    expect(languagesOf(of(token, agent))).toEqual(languages);
  });

  it('is not asked of what a browser sends, nor of a page', () => {
    expect(languagesOf(of('/restapi/oauth/authorize', undefined))).toBeUndefined();
    expect(languagesOf(of(token, 'node', { caller: 'page' }))).toBeUndefined();
  });

  it('a sign-in is of the program that exchanges its code', () => {
    const asked = of('/restapi/oauth/authorize', 'Mozilla/5.0', { transactionId: 't1' });
    const allowed = of('/restapi/oauth/authorize/consent', 'Mozilla/5.0', {
      transactionId: 't1',
      response: {
        status: 303,
        headers: [['location', 'http://localhost:5000/oauth2callback?code=masked-code-1&state=s']],
      },
    });
    const traded = of(token, 'Ruby', {
      request: {
        method: 'POST',
        url: origin + token,
        headers: [['User-Agent', 'Ruby']],
        body: 'grant_type=authorization_code&code=masked-code-1',
      },
    });
    const mine = of('/restapi/oauth/authorize', 'Mozilla/5.0', { transactionId: 't2' });
    const others = ofOtherPrograms([asked, allowed, traded, mine], 'python');
    expect([...others.keys()]).toEqual(expect.arrayContaining([asked, allowed, traded]));
    expect(others.has(mine)).toBe(false);
    expect(ofOtherPrograms([asked, allowed, traded, mine], 'ruby').size).toBe(0);
    expect(ofOtherPrograms([asked, allowed, traded, mine], undefined).size).toBe(0);
  });
});
