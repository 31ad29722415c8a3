import { describe, expect, it } from 'vitest';
import { makeTestSandbox } from '../testing/test-sandbox.ts';

describe('AS-197 CORS', () => {
  it('answers a preflight, and lets a page read refusals', async () => {
    const box = makeTestSandbox();
    const headers = { origin: 'https://app.example', 'access-control-request-method': 'POST' };
    const preflight = await box.send('/restapi/oauth/token', { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(preflight.headers.get('access-control-allow-credentials')).toBe('true');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(preflight.headers.get('vary')).toBe('Origin');
    const refusal = await box.token({ grant_type: 'x' }, { origin: 'https://app.example' });
    expect(refusal.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(refusal.headers.get('access-control-expose-headers')).toContain('RCRequestId');
    await box.setPolicy({ errorShape: 'rfc' });
    const strict = await box.token({ grant_type: 'x' }, { origin: 'https://app.example' });
    expect(strict.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('AS-069 is not on authorize nor on the control API', async () => {
    const box = makeTestSandbox();
    for (const path of ['/restapi/oauth/authorize', '/sandbox/api/apps']) {
      for (const method of ['GET', 'OPTIONS']) {
        const response = await box.send(path, { method, headers: { origin: 'https://a.example' } });
        expect(response.headers.get('access-control-allow-origin'), path).toBeNull();
      }
    }
  });
});
