import { type Source, sources } from '../sources.ts';
import type { Basis } from './rule.ts';

/** What is true of app settings and decides no flow, so that no verdict ever names it. */
export interface BesideRule {
  id: `X${number}`;
  words: string;
  source: readonly Source[];
  basis: Basis;
}

const stated = (id: BesideRule['id'], words: string, source: readonly Source[]): BesideRule => ({
  id,
  words,
  source,
  basis: 'stated',
});

/** The numbers that the rule book leaves out, so that its list has no gap. */
export const besideRules: readonly BesideRule[] = [
  stated('X4', 'The app’s settings page lists the flows available to the app.', [
    sources.overview2021,
    sources.grantTypeQuestion,
  ]),
  stated(
    'X5',
    'In the portals to July 2021 an app’s type and platform type could not be changed after it was made, and a private app became public only by a message to developer support. No source says so of the current portal: the FAQ of 2024 says that apps “can now be freely edited”.',
    [sources.createApp2019, sources.createApp2021, sources.editApp],
  ),
  stated(
    'X6',
    'In the classic portal application type and platform type together decide the flows.',
    [sources.createApp2019],
  ),
  stated('X9', 'The implicit flow never returns a refresh token.', [sources.implicitRemoved]),
  stated(
    'X14',
    'PKCE and implicit exclude each other: implicit has no code that a proof could protect.',
    [sources.jsSdk],
  ),
  stated(
    'X15',
    'A client-side web app refreshes without an Authorization header, with client_id in the body.',
    [sources.refreshTokens],
  ),
  stated(
    'X17',
    'A JWT credential belongs to a user, not to an app, and may be limited to the apps of the organization or to listed client ids.',
    [sources.jwtConfigure, sources.createCredential],
  ),
  stated(
    'X19',
    'A JWT credential and the client id it is used with belong to one environment. Until RingCentral deleted the guide to its developer sandbox in March 2025, that meant sandbox or production.',
    [sources.sandboxGuide],
  ),
  stated('X25', 'You set scopes on the app; the user also needs the matching permission.', [
    sources.permissions,
  ]),
];
