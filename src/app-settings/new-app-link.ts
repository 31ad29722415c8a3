/** RingCentral's new-app link: settings to a link, and a link to settings. */
export { type NewAppLink, newAppLink } from './new-app-link/write.ts';
export { type ReadLink, readNewAppLink, type Unread } from './new-app-link/read.ts';
export type { ByHand } from './new-app-link/by-hand.ts';
