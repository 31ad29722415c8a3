/** Who waits for news of one app, or of any. */
export function createListeners() {
  const ofApp = new Map<string, Set<() => void>>();
  const ofAll = new Set<() => void>();

  return {
    emit(clientId: string): void {
      const waiting = ofApp.get(clientId);
      if (waiting) for (const listener of waiting) listener();
      for (const listener of ofAll) listener();
    },
    add(clientId: string | undefined, listener: () => void): () => void {
      if (clientId === undefined) {
        ofAll.add(listener);
        return () => void ofAll.delete(listener);
      }
      const waiting = ofApp.get(clientId) ?? new Set();
      ofApp.set(clientId, waiting.add(listener));
      return () => {
        waiting.delete(listener);
        if (waiting.size === 0) ofApp.delete(clientId);
      };
    },
  };
}
