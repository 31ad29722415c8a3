import { describe, expect, it } from 'vitest';
import { basic, makeTestSandbox, read } from '../testing/test-sandbox.ts';

const login = {
  grant_type: 'password',
  username: '+18335550100*101',
  password: 'sandbox-password',
};

async function endpointIdFor(sent: string): Promise<string> {
  const box = makeTestSandbox();
  const form = { ...login, endpoint_id: sent };
  const body = await read(await box.token(form, basic('sandbox-server-only')));
  expect(body.status).toBe(200);
  return body.endpoint_id;
}

describe('endpoint_id', () => {
  it.each(['a', '!~', '3f1c6a0e-0000-4000-8000-000000000000', 'x'.repeat(256)])(
    'of 1 to 256 visible letters is the client’s own (%#)',
    async (sent) => {
      expect(await endpointIdFor(sent)).toBe(sent);
    },
  );

  it.each(['a b', ' ', 'é', '€', 'a\n', 'a\u0000', '\u007f', 'x'.repeat(257)])(
    'of anything else is the sandbox’s (%#)',
    async (sent) => {
      expect(await endpointIdFor(sent)).toMatch(/^[A-Za-z0-9_-]{22}$/);
    },
  );
});
