import * as z from 'zod/mini';

/** Where the callback page and the tabs that wait for it meet. */
export const callbackChannel = 'authorization-flows-callback';

/** sessionStorage: which tab waits, how, and where it is. A popup gets a copy of its opener's. */
export const waitingKey = 'authorization-flows:waiting';

/** sessionStorage: the address that came back, for a sign-in on this page. */
export const returnedKey = 'authorization-flows:returned';

/** Before the name of a popup: `window.name` carries the tab where sessionStorage is blocked. */
export const windowNamePrefix = 'authorization-flows:';

const anySite = 'http://site.invalid';

/** Read as a browser reads it, which drops tabs and takes a backslash for a slash. */
function isPathOfThisSite(path: string): boolean {
  try {
    return path.startsWith('/') && new URL(path, anySite).origin === anySite;
  } catch {
    return false;
  }
}

/** Written before the browser leaves for the server. */
export const waitingSchema = z.object({
  tab: z.string(),
  mode: z.enum(['popup', 'same-page']),
  /** A path of this site: where a sign-in on this page goes back to. */
  returnTo: z.string().check(z.refine(isPathOfThisSite)),
});
export type Waiting = z.infer<typeof waitingSchema>;

/** What goes over the channel. A tab answers `received` to a callback that it took. */
export const callbackMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('callback'), tab: z.string(), url: z.string() }),
  z.object({ kind: z.literal('received'), tab: z.string() }),
]);
export type CallbackMessage = z.infer<typeof callbackMessageSchema>;
