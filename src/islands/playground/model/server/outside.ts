/** What a room of a real server needs of the page besides what every run needs. */
export interface RoomOutside {
  isOnline(): boolean;
  /** Calls back with each address that this site's policy kept from leaving; answers the way to stop. */
  onBlocked(callback: (url: string) => void): () => void;
  /** Asks the reader before the tab is left, while `when` says so; answers the way to stop. */
  remind(when: () => boolean): () => void;
}

/** The page that a browser shows. */
export const pageOutside: RoomOutside = {
  isOnline: () => navigator.onLine,
  onBlocked: (callback) => {
    const hear = ({ blockedURI }: SecurityPolicyViolationEvent): void => callback(blockedURI);
    document.addEventListener('securitypolicyviolation', hear);
    return () => document.removeEventListener('securitypolicyviolation', hear);
  },
  remind: (when) => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (when()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  },
};
