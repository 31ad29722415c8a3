import type { AppSettings, PlatformType } from '#app-settings/app.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import { matchRedirectUri } from './redirect-match.ts';
import type { AuthorizeCheck } from './request.ts';

const nativeTypes: ReadonlySet<PlatformType> = new Set([
  'MobileIOS',
  'MobileAndroid',
  'MobileOther',
  'DesktopWindows',
  'DesktopMac',
  'DesktopOther',
]);

/** Only mobile and desktop apps listen on a port that they cannot know beforehand (RFC 8252 section 7.3). */
export function mayVaryPort({ platformType }: Pick<AppSettings, 'platformType'>): boolean {
  return platformType !== undefined && nativeTypes.has(platformType);
}

function refuse(fault: Omit<Fault, 'parameters'>, value?: string): Fault {
  return {
    status: 400,
    ...fault,
    parameters: [
      { parameterName: 'redirect_uri', ...(value !== undefined && { parameterValue: value }) },
    ],
  };
}

/**
 * AS-028, AS-031, AS-033 to AS-043: the answer goes to a registered URI or nowhere.
 * One that is left out is the only one registered, where there is only one.
 */
export const redirectUri: AuthorizeCheck = (request) => {
  const { app, policy } = request;
  if (!app) throw new Error('redirect-uri runs after client-id');
  const registered = app.redirectUris;
  if (request.repeated.has('redirect_uri')) return refuse({ code: 'OAU-111', rule: 'AS-031' });
  const sent = request.parameters.get('redirect_uri');
  const [only, ...more] = registered;
  if (only === undefined) return refuse({ code: 'OAU-113', rule: 'AS-034' }, sent);
  if (sent === undefined) {
    if (more.length > 0) return refuse({ code: 'SANDBOX-AUTHORIZE-6', rule: 'AS-034' });
    request.redirectUri = only;
    return undefined;
  }
  if (sent.includes('#')) return refuse({ code: 'SANDBOX-AUTHORIZE-7', rule: 'AS-037' }, sent);
  const found = matchRedirectUri(sent, registered, {
    mode: policy.redirectMatch,
    variablePort: mayVaryPort(app),
  });
  if (found.kind === 'mismatch') {
    return refuse({ code: 'OAU-109', rule: found.rule, error: 'invalid_grant' }, sent);
  }
  request.redirectUri = sent;
  request.redirectUriSent = true;
  return undefined;
};
