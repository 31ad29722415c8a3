import { describe, expect, it } from 'vitest';
import { PlainResponse } from './plain-response.ts';
import { basic, makeTestSandbox } from '../testing/test-sandbox.ts';

describe('a plain response', () => {
  it('is a Response to whoever takes it for one', async () => {
    const plain = new PlainResponse(201, { 'content-type': 'text/plain' }, 'text');
    expect([plain.ok, plain.status, plain.headers.get('content-type')]).toEqual([
      true,
      201,
      'text/plain',
    ]);
    expect(await plain.clone().text()).toBe('text');
    expect(await plain.text()).toBe('text');
    expect(plain.bodyUsed).toBe(true);
    expect(plain.real).toBeInstanceOf(Response);
    expect(new PlainResponse(204, {}, '').body).toBeNull();
  });

  it('never leaves by fetch, because a worker takes none', async () => {
    const box = makeTestSandbox();
    const response = await box.token({ grant_type: 'x' }, basic('sandbox-server-only'));
    expect(response).toBeInstanceOf(Response);
    expect(response).not.toBeInstanceOf(PlainResponse);
  });
});
