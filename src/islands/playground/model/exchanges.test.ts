import { describe, expect, it } from 'vitest';
import type { Exchange } from '#protocol/exchange.ts';
import { authCodePkce } from '#flows/auth-code-pkce.ts';
import type { Transcript } from '#flows/transcript.ts';
import { renewTranscript } from './exchanges.ts';

const renew = (transcript: Transcript, one: Exchange): Transcript =>
  renewTranscript(transcript, one, authCodePkce.steps);

const exchange = (id: string, step: string, transactionId?: string): Exchange => ({
  id,
  from: 'browser',
  to: 'authorization-server',
  step,
  startedAt: 0,
  request: { method: 'GET', url: 'http://localhost:4321/', headers: [] },
  ...(transactionId === undefined ? {} : { transactionId }),
});

const empty = renew({ exchanges: [] }, exchange('a1', 'authorize', 'T1'));
const ids = (transcript: typeof empty) => transcript.exchanges.map(({ id }) => id);

describe('the transcript', () => {
  const twice = [
    exchange('r1', 'return'),
    exchange('t1', 'token'),
    exchange('a2', 'authorize', 'T2'),
    exchange('r2', 'return'),
    exchange('t2', 'token'),
  ].reduce(renew, empty);

  it('puts a form that is told late before the redirect that ended its own sign-in', () => {
    const late = [
      exchange('s2', 'sign-in', 'T2'),
      exchange('c2', 'sign-in', 'T2'),
      exchange('c1', 'sign-in', 'T1'),
    ].reduce(renew, twice);
    expect(ids(late)).toEqual(['a1', 'c1', 'r1', 't1', 'a2', 's2', 'c2', 'r2', 't2']);
  });

  it('puts one of an unknown sign-in before the last redirect, and one that is still out at the end', () => {
    expect(ids(renew(twice, exchange('s', 'sign-in')))).toEqual([
      ...['a1', 'r1', 't1', 'a2', 's', 'r2', 't2'],
    ]);
    expect(ids(renew(empty, exchange('s', 'sign-in', 'T1')))).toEqual(['a1', 's']);
  });

  it('renews an exchange in its place, and keeps the last hundred', () => {
    const again = renew(twice, { ...exchange('t1', 'token'), durationMs: 5 });
    expect(ids(again)).toEqual(ids(twice));
    expect(again.exchanges[2]?.durationMs).toBe(5);
    const many = Array.from({ length: 200 }, (_, n) => exchange(`n${n}`, 'api'));
    const kept = many.reduce(renew, twice);
    expect(kept.exchanges).toHaveLength(100);
    expect(kept.exchanges.at(-1)?.id).toBe('n199');
  });
});
