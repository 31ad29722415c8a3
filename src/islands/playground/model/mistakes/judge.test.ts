import { describe, expect, it } from 'vitest';
import type { Exchange } from '#protocol/exchange.ts';
import { actualOf, judge } from './judge.ts';

const exchange = (status: number, body?: string): Exchange => ({
  id: 'x',
  from: 'app',
  to: 'authorization-server',
  startedAt: 0,
  request: { method: 'POST', url: 'http://localhost/x', headers: [] },
  response: { status, headers: [], ...(body === undefined ? {} : { body }) },
});
const answered = (status: number, body?: string) =>
  actualOf({ kind: 'exchange', outcome: 'refused', exchange: exchange(status, body) });
const envelope = '{"error":"invalid_grant","errors":[{"errorCode":"OAU-106"}]}';

describe('an answer beside its prediction', () => {
  it('is the same in status and code', () => {
    const predicted = { status: 400, code: 'OAU-106' };
    expect(judge(predicted, answered(400, envelope) ?? { status: 0 })).toEqual({
      asPredicted: true,
      actual: '400, OAU-106',
    });
    expect(judge({ status: 401, code: 'OAU-106' }, { ...predicted }).asPredicted).toBe(false);
    expect(judge({ status: 400, code: 'OAU-108' }, { ...predicted }).asPredicted).toBe(false);
    expect(judge({ status: 200 }, { ...predicted }).asPredicted).toBe(false);
    expect(judge({ status: 200 }, answered(200, envelope) ?? { status: 0 })).toEqual({
      asPredicted: true,
      actual: '200, it works',
    });
  });

  it('of a page in its own window has no code: the status decides', () => {
    const page = answered(400, '<!doctype html>') ?? { status: 0 };
    expect(judge({ status: 400, code: 'OAU-109' }, page)).toEqual({
      asPredicted: true,
      actual: '400, shown in its window',
    });
    expect(judge({ status: 302 }, page).asPredicted).toBe(false);
  });

  it('is not there before it came', () => {
    expect(actualOf(undefined)).toBeUndefined();
    expect(actualOf({ kind: 'none' })).toBeUndefined();
  });
});
