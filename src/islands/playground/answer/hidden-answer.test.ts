import { describe, expect, it } from 'vitest';
import type { Finding } from '#diagnosis/finding.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { StepAnswer } from '../model/kept-state.ts';
import { hiddenAnswer, hiddenFinding, hiddenValues } from './hidden-answer.ts';

const exchangeOf = (url: string): Exchange => ({
  id: '1',
  from: 'app',
  to: 'authorization-server',
  startedAt: 0,
  request: { method: 'POST', url, headers: [] },
});

const redirect = (url: string, parameters: Record<string, string>): StepAnswer => ({
  kind: 'redirect',
  url,
  outcome: 'code',
  receivedAt: 0,
  state: 'matches',
  exchange: exchangeOf(url),
  parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
});

describe('an answer of a real server, before anybody asks to see it', () => {
  it('has no code in the address that came back, and its state as it was', () => {
    const told = hiddenAnswer(
      redirect('http://localhost/callback/?code=U0pD-the-code&state=abc', {
        code: 'U0pD-the-code',
        state: 'abc',
      }),
    );
    expect(JSON.stringify(told)).not.toContain('U0pD');
    expect(told).toMatchObject({
      url: 'http://localhost/callback/?code=masked-code-1-13chars&state=abc',
      parameters: [
        { name: 'code', value: 'code, 13 characters' },
        { name: 'state', value: 'abc' },
      ],
    });
  });

  it('has no token in a fragment', () => {
    const told = hiddenAnswer(
      redirect('http://localhost/callback/#access_token=the-token&state=abc', {
        access_token: 'the-token',
      }),
    );
    expect(JSON.stringify(told)).not.toContain('the-token');
  });

  it('has no token in the body of a token answer', () => {
    const told = hiddenAnswer({
      kind: 'exchange',
      outcome: 'done',
      exchange: {
        ...exchangeOf('https://server.example/token'),
        response: { status: 200, headers: [], body: '{"access_token":"the-token"}' },
      },
    });
    expect(JSON.stringify(told)).not.toContain('the-token');
  });

  it('has of what was made alone what is no secret', () => {
    const maker = 'app';
    const known = [
      { name: 'assertion', value: 'a.b.c', maker },
      { name: 'state', value: 'abc', maker },
    ] as const;
    const views = [
      { name: 'assertion', maker, purpose: '', secret: true, status: 'held' },
      { name: 'state', maker, purpose: '', secret: false, status: 'held' },
    ] as const;
    expect(hiddenValues(known, views).map(({ value }) => value)).toEqual([
      'assertion, 5 characters',
      'abc',
    ]);
  });

  it('compares no JWT with what was sent in its place, and compares a redirect URI', () => {
    const finding = (expected: string, sent: string) =>
      ({
        comparison: [
          { label: 'Expected', segments: [{ text: expected, tone: 'plain' }] },
          { label: 'Sent', segments: [{ text: sent, tone: 'plain' }] },
        ],
      }) as unknown as Finding;
    const held = [{ name: 'assertion', value: 'the-head.the-claims.the-signature' }];
    const told = hiddenFinding(finding('the-head.the-claims.the-signature', 'the-head.the'), held);
    expect(JSON.stringify(told)).not.toContain('the-head');
    const other = finding('http://localhost/callback/', 'http://localhost/callback');
    expect(hiddenFinding(other, held)).toBe(other);
  });
});
