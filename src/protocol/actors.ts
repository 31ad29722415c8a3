/**
 * Who can send or receive an exchange. A page that plays a server's part sends
 * as `app` and says so (`plays` of the exchange), so it is never mistaken for a
 * browser app that holds a secret.
 */
export const actors = ['browser', 'app', 'authorization-server', 'api'] as const;

export type Actor = (typeof actors)[number];

/** The name a reader sees for each actor. */
export const actorNames: Record<Actor, string> = {
  browser: 'Your browser',
  app: 'Your app',
  'authorization-server': 'Authorization server',
  api: 'RingCentral API',
};
