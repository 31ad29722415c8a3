import { cutText } from '#protocol/text/copy-text.ts';
import { longestChallenge, mostChallenges } from '../../limits.ts';
import type { Store } from '../store.ts';

/** The last challenges of each app. Only apps that there are have a code, and each takes its own along. */
export function createChallengeStore() {
  const entries = new Map<string, string[]>();
  const verbs: Store['challenges'] = {
    remember: async (clientId, challenge) => {
      const text = cutText(challenge, longestChallenge);
      const known = entries.get(clientId) ?? [];
      if (known.includes(text)) return true;
      entries.set(clientId, [...known, text].slice(-mostChallenges));
      return false;
    },
  };
  return {
    verbs,
    removeApp: (clientId: string) => entries.delete(clientId),
    clear: () => entries.clear(),
  };
}
