import type { AppSettings, AuthMethod } from '../app.ts';
import { methodLabels, platformLabels } from '../portals.ts';

/** One setting that the new-app link leaves to its reader. */
export interface ByHand {
  field: keyof AppSettings;
  words: string;
}

/**
 * What to set by hand after the new-app link has filled in the rest.
 *
 * @see RingCentral developer guide, New-app link; Refresh tokens
 */
export function byHand(settings: AppSettings): ByHand[] {
  return [...portal(settings), ...methods(settings), ...refresh(settings), ...commas(settings)];
}

function portal(settings: AppSettings): ByHand[] {
  if (settings.portal === 'current') return [];
  return [
    {
      field: 'portal',
      words:
        'The form that opens is the current portal’s: it asks for a method, where these settings have an application type and a platform type.',
    },
  ];
}

function methods({ methods: chosen = [], platformType }: AppSettings): ByHand[] {
  const labels = (list: readonly AuthMethod[]) =>
    list.map((method) => `“${methodLabels[method]}”`).join(' and ');
  if (chosen.includes('three-legged') && chosen.length === 1) {
    const label = (platformType && platformLabels[platformType].current) ?? '';
    return [
      {
        field: 'methods',
        words: `Auth: ${labels(chosen)} and “${label}”, if the form does not show them chosen. The link was described before this form existed.`,
      },
    ];
  }
  if (chosen.length === 0 || chosen.join() === 'jwt') return [];
  const single = chosen.length === 1;
  return [
    {
      field: 'methods',
      words: single
        ? `Auth: ${labels(chosen)}, if the portal still shows it. The guide has not had it since April 2025.`
        : `Auth: ${labels(chosen)}, if the portal lets you choose more than one.`,
    },
  ];
}

function refresh(settings: AppSettings): ByHand[] {
  const { issueRefreshTokens } = settings;
  if (settings.portal === 'current' && issueRefreshTokens === true) {
    return [
      {
        field: 'issueRefreshTokens',
        words:
          'Issue refresh tokens: Yes. No parameter of the link sets it, and it is off by default.',
      },
    ];
  }
  if (settings.portal === 'classic' && issueRefreshTokens === false) {
    return [
      {
        field: 'issueRefreshTokens',
        words: 'Issue refresh tokens: No, which no parameter of the link says.',
      },
    ];
  }
  return [];
}

function commas({ redirectUris }: AppSettings): ByHand[] {
  return redirectUris
    .filter((uri) => uri.includes(','))
    .map((uri) => ({
      field: 'redirectUris',
      words: `Redirect URI: ${uri}. It has a comma, which separates the URIs of the link.`,
    }));
}
