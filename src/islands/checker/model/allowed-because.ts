import type { AppSettings, FlowId } from '#app-settings/app.ts';
import { clientType } from '#app-settings/app.ts';
import type { Basis } from '#app-settings/rules/rule.ts';
import { type Source, sources } from '#app-settings/sources.ts';

/** Why a flow is open: what the matrix of its portal says, and where it says so. */
export interface Because {
  words: string;
  basis: Basis;
  sources: readonly Source[];
}

const stated = (words: string, ...from: Source[]): Because => ({
  words,
  basis: 'stated',
  sources: from,
});

/** The matrix row behind a flow that nothing speaks against (rules M1 to M8 and X1 to X26 are what speaks against). */
export function allowedBecause(flow: FlowId, settings: AppSettings): Because {
  return settings.portal === 'classic' ? classic(flow, settings) : current(flow, settings);
}

const proof = 'A browser, a phone or a desktop program cannot keep a secret, and PKCE needs none.';
const proofAndSecret = 'Your server keeps the secret, and PKCE protects you even if a code leaks.';

function classic(flow: FlowId, settings: AppSettings): Because {
  switch (flow) {
    case 'auth-code':
      return stated(
        'Every classic platform type with a user interface has the authorization code flow.',
        sources.createApp2021,
        sources.oauth2019,
      );
    case 'auth-code-pkce':
      return {
        words: `It is the authorization code flow with a proof. ${clientType(settings) === 'public' ? proof : proofAndSecret} That a classic app has it is inferred from the newer guide.`,
        basis: 'inferred',
        sources: [sources.pkce, sources.createApp2021],
      };
    case 'implicit':
      return stated(
        'The portal’s table of 2021 gives implicit to browser apps.',
        sources.createApp2021,
      );
    case 'password':
      return stated(
        'The portal’s table of 2021 gives the password flow to private apps of this platform type.',
        sources.createApp2021,
        sources.overview2021,
      );
    case 'refresh-token':
      return stated(
        'It comes with the platform type. A refresh token lasts seven days, and each use returns a new one.',
        sources.createApp2021,
        sources.refreshTokens,
      );
    default:
      return stated('No rule of the rule book refuses it.', sources.overview2021);
  }
}

function current(flow: FlowId, settings: AppSettings): Because {
  switch (flow) {
    case 'auth-code':
      return stated('“3-legged OAuth flow” gives it to this app type.', sources.registerApp);
    case 'auth-code-pkce':
      return stated(
        `“3-legged OAuth flow” gives it. ${clientType(settings) === 'public' ? proof : proofAndSecret}`,
        sources.registerApp,
        sources.pkce,
      );
    case 'password':
      return stated(
        '“Password-based auth flow” is among the app’s methods, and the app is private.',
        sources.createAppNewPortal,
        sources.passwordPage,
      );
    case 'refresh-token':
      return stated(
        '“Issue refresh tokens” is on. A refresh token lasts seven days, and each use returns a new one.',
        sources.refreshTokens,
      );
    case 'jwt':
      return stated(
        '“JWT auth flow” is among the app’s methods. A credential that one user makes acts for that user.',
        sources.jwtConfigure,
      );
    default:
      return stated('No rule of the rule book refuses it.', sources.registerApp);
  }
}
