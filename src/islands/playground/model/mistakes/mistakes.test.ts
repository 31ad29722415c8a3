import { describe, expect, it } from 'vitest';
import { authCodePkce } from '#flows/auth-code-pkce.ts';
import { beginReal } from '../testing/real-tab.ts';

const titles = async (clientId: string) =>
  (await beginReal(authCodePkce, clientId)).playground.mistakes.all.value.map(({ id }) => id);

describe('the list of mistakes', () => {
  it('has those of an app without a secret, or those of one with it', async () => {
    const browser = await titles('sandbox-browser');
    const server = await titles('sandbox-server-web');
    expect(browser).toContain('token-no-client-id');
    expect(browser).not.toContain('token-wrong-secret');
    expect(server).toContain('token-wrong-secret');
    expect(server).not.toContain('token-no-client-id');
  });
});
