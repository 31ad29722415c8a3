import type { JwtCredentialRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { dropOldest } from './bounded.ts';

const mostCredentials = 1000;

/** JWT credentials; a revoked one stays, so that it is told from an unknown one (AS-163). */
export function createJwtShelf() {
  const credentials = new Map<string, JwtCredentialRecord>();
  const verbs: Store['jwts'] = {
    add: async (credential) => {
      credentials.set(credential.id, credential);
      dropOldest(credentials, mostCredentials);
    },
    get: async (id) => credentials.get(id),
    list: async () => [...credentials.values()].filter(({ revokedAt }) => revokedAt === undefined),
    revoke: async (id, now) => {
      const credential = credentials.get(id);
      if (!credential || credential.revokedAt !== undefined) return false;
      credentials.set(id, { ...credential, revokedAt: now });
      return true;
    },
  };
  return { verbs, clear: () => credentials.clear() };
}
