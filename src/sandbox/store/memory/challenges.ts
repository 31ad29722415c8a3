import { cutText } from '#protocol/text/copy-text.ts';
import { longestChallenge, mostChallenges } from '../../limits.ts';
import type { Store } from '../store.ts';

/** The last challenges of each app. Only apps that there are have a code, and each takes its own along. */
export function createChallengeShelf() {
  const shelf = new Map<string, string[]>();
  const verbs: Store['challenges'] = {
    note: async (clientId, challenge) => {
      const text = cutText(challenge, longestChallenge);
      const known = shelf.get(clientId) ?? [];
      if (known.includes(text)) return true;
      shelf.set(clientId, [...known, text].slice(-mostChallenges));
      return false;
    },
  };
  return {
    verbs,
    removeApp: (clientId: string) => shelf.delete(clientId),
    clear: () => shelf.clear(),
  };
}
