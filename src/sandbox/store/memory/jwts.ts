import { type Amount, jwtsInAll, jwtsOfOneKind, revokedJwts } from '../../limits.ts';
import { copyRecord } from '../copy-record.ts';
import { jwtShareOf, revokedShare } from '../jwt-shares.ts';
import { weightOf } from '../weight-of.ts';
import type { JwtCredentialRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { type Usage, isBeyond } from '../usage.ts';
import { SharedStore } from './shares.ts';

/** JWT credentials; a revoked one stays, so that it is told from an unknown one (AS-163). */
export function createJwtStore() {
  const entries = new SharedStore<JwtCredentialRecord>({
    shareOf: jwtShareOf,
    boundOf: (share) => (share === revokedShare ? revokedJwts : jwtsOfOneKind),
  });
  const live = (): Amount => {
    const [all, revoked] = [entries.used(), entries.used(revokedShare)];
    return { octets: all.octets - revoked.octets, number: all.number - revoked.number };
  };
  const verbs: Store['jwts'] = {
    add: async (credential) => {
      const { octets, number } = live();
      const after = { octets: octets + weightOf(credential), number: number + 1 };
      const replaces = entries.used(jwtShareOf(credential)).number >= jwtsOfOneKind.number;
      if (!replaces && isBeyond(after, jwtsInAll)) return 'full';
      entries.set(credential.id, copyRecord(credential));
      return 'added';
    },
    get: async (id) => entries.get(id),
    list: async () => [...entries.values()].filter(({ revokedAt }) => revokedAt === undefined),
    revoke: async (id, now) => {
      const credential = entries.get(id);
      if (!credential || credential.revokedAt !== undefined) return false;
      entries.set(id, { ...credential, revokedAt: now });
      return true;
    },
  };
  return {
    verbs,
    usage: (): Usage => ({ name: 'jwt-credentials', used: live(), of: jwtsInAll }),
    clear: () => entries.clear(),
  };
}
