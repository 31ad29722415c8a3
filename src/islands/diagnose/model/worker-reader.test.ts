import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ask, Told } from '#diagnosis/read/messages.ts';
import { workerReader } from './worker-reader.ts';

/** A worker that says what a test tells it to. */
class FakeWorker extends EventTarget {
  static all: FakeWorker[] = [];
  readonly heard: Ask[] = [];
  isEnded = false;
  constructor() {
    super();
    FakeWorker.all.push(this);
  }
  postMessage(ask: Ask): void {
    this.heard.push(ask);
  }
  terminate(): void {
    this.isEnded = true;
  }
  tell(told: Told): void {
    this.dispatchEvent(new MessageEvent('message', { data: told }));
  }
  break(): void {
    this.dispatchEvent(new Event('error'));
  }
}

beforeEach(() => {
  FakeWorker.all = [];
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

const failed = (id: number): Told => ({ kind: 'failed', id, reason: 'empty', message: 'none' });

describe('a reader whose worker breaks', () => {
  it('begins another one, asks it the same, and nothing is lost', async () => {
    const reader = workerReader();
    const answer = reader.read({ text: 'a paste' }, undefined);
    FakeWorker.all[0]?.break();
    const [first, second] = FakeWorker.all;
    expect(first?.isEnded).toBe(true);
    expect(second?.heard).toEqual(first?.heard);
    second?.tell(failed(1));
    expect(await answer).toMatchObject({ reason: 'empty' });
  });

  it('says so where it breaks twice over the same, and reads the next paste', async () => {
    const reader = workerReader();
    const answer = reader.read({ text: 'a paste' }, undefined);
    FakeWorker.all[0]?.break();
    FakeWorker.all[1]?.break();
    expect(await answer).toMatchObject({ kind: 'failed', reason: 'fault' });
    const next = reader.read({ text: 'another' }, undefined);
    FakeWorker.all[2]?.tell(failed(2));
    expect(await next).toMatchObject({ reason: 'empty' });
  });

  it('that was told to forget answers that it was cancelled, and its worker ends', async () => {
    const reader = workerReader();
    const answer = reader.read({ file: new File(['{}'], 'a.har'), name: 'a.har' }, undefined);
    reader.forget();
    expect(await answer).toMatchObject({ reason: 'cancelled' });
    expect(FakeWorker.all[0]?.isEnded).toBe(true);
    FakeWorker.all[0]?.break();
    expect(FakeWorker.all).toHaveLength(1);
  });
});
