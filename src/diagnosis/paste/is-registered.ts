import type { PlatformType } from '#app-settings/app.ts';
import { mobileAndDesktop } from '#app-settings/flow-kinds.ts';
import { isLoopbackName } from '#protocol/loopback.ts';

/** Mobile and desktop apps may take any port of an http loopback address, and nothing else may differ. */
function isSameButForPort(given: string, registered: string): boolean {
  const [one, other] = [given, registered].map((text) =>
    URL.canParse(text) ? new URL(text) : undefined,
  );
  if (!one || !other || one.protocol !== 'http:' || !isLoopbackName(one.hostname)) return false;
  const port = /^(http:\/\/[^/:?#\]]*(?:[^/?#]*\])?)(?::\d+)?/;
  return given.replace(port, '$1') === registered.replace(port, '$1');
}

/** Whether one of the registered addresses covers the given one (RFC 8252 section 7.3). */
export function isRegistered(
  given: string,
  registered: readonly string[],
  platformType: PlatformType | undefined,
): boolean {
  return registered.some(
    (each) =>
      each === given || (mobileAndDesktop.has(platformType) && isSameButForPort(given, each)),
  );
}
