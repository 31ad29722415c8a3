import { loopbackNames, loopbackPattern } from '#protocol/loopback.ts';

/** `http://localhost:4321`, `http://127.0.0.1:4321` and `http://[::1]:4321` are one host by three names. */
const loopbackOrigin = new RegExp(String.raw`^(https?:)//(?:${loopbackPattern})(:\d+)?$`);

/** Whether an origin is this machine by name, on whatever port. */
export function isLoopbackOrigin(origin: string): boolean {
  return loopbackOrigin.test(origin);
}

/**
 * The origins that the site is reached at, judged by one request: on loopback
 * all three names with that port, elsewhere that origin.
 */
export function siteOriginsOf(origin: string): string[] {
  const match = loopbackOrigin.exec(origin);
  if (!match) return [origin];
  const [, scheme = 'http:', port = ''] = match;
  return loopbackNames.map((name) => `${scheme}//${name}${port}`);
}
