import { describe, expect, it } from 'vitest';
import type { ServerFacts } from '#flows/servers/metadata.ts';
import { otherHosts, refusalOf, secretHosts } from './adapt.ts';
import type { ServerChoice } from './choice.ts';

const at = (origin: string, facts: Partial<ServerFacts> = {}): ServerChoice => ({
  kind: 'own',
  origin,
  issuer: origin,
  metadata: [],
  reading: 'read',
  facts: { issuer: origin, token: `${origin}/token`, tellsIssuer: false, ...facts },
});
const local = 'http://localhost:4500';

describe('a server whose endpoints are elsewhere', () => {
  const choice = at('https://auth.example.com', {
    token: 'https://token.example.net/token',
    revoke: 'https://auth.example.com/revoke',
  });

  it('is told with the hosts that a secret goes to', () => {
    expect(secretHosts(choice)).toBe('token.example.net and auth.example.com');
    expect(otherHosts(choice)).toEqual(['token.example.net']);
    expect(secretHosts(at(local))).toBe('localhost:4500');
    expect(otherHosts(at(local))).toEqual([]);
    const ringCentral = {
      kind: 'ringcentral',
      origin: 'https://platform.ringcentral.com',
    } as const;
    expect(secretHosts(ringCentral)).toBe('platform.ringcentral.com');
  });

  it('gets no password, wherever it says that it is', () => {
    expect(refusalOf('password', at(local), true)).toBeUndefined();
    const away = at(local, { token: 'https://token.example.net/token' });
    expect(refusalOf('password', away, true)).toContain('token.example.net');
  });
});
