import type { clientCodes } from './client-codes.ts';
import { sources, type WordsOf } from './entry.ts';

export const clientWords: WordsOf<typeof clientCodes> = {
  'OAU-112': {
    when: 'An authorization request asks for a response type that the app does not have.',
    cause: 'The app’s settings do not offer this flow; usually it is implicit.',
    fix: 'Use a flow that the app has, or change the app. Authorization code with PKCE replaces implicit.',
    basis: 'observed',
    source: sources.issues,
  },
  'OAU-116': {
    when: 'The authorization method is not one that the server knows.',
    cause: 'RingCentral’s guide lists this code and names no cause.',
    fix: 'Compare the request with the guide of its flow.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-120': {
    when: 'The client id does not belong to an app of this environment.',
    cause: 'Usually the client id is mistyped, or belongs to another environment.',
    fix: 'Copy the client id again, and check the server that you send to.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-121': {
    when: 'A token or code is used by an app that it was not issued to.',
    cause: 'Usually two apps share a token store, or the client id changed between two steps.',
    fix: 'Use each token with the app that received it.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-123': {
    when: 'A confidential app sends no secret, or nothing names the app.',
    cause:
      'Usually no Authorization header arrived: an option has a wrong name, a proxy strips the header, or an app that has a secret sends only PKCE.',
    fix: 'Send Authorization: Basic with the client id and secret; an app without a secret sends client_id in the body.',
    basis: 'observed',
    source: `${sources.apiDocs33}; the guide’s table has another text for this code`,
  },
  'OAU-125': {
    when: 'A token request uses a grant that the app settings do not give.',
    cause:
      'Usually the app’s settings do not offer the flow that the program uses, as with OAU-251.',
    fix: 'Use a flow that the app has, or change the app.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-127': {
    when: 'The app has no release that may be used here.',
    cause: 'Usually RingCentral blocked the app, or withdrew its release.',
    fix: 'Check the state of the app in the developer console.',
    basis: 'stated',
    source: `${sources.guide}, which names no cause; ${sources.community}`,
  },
  'OAU-134': {
    when: 'The Authorization header of a token request cannot be read.',
    cause:
      'Usually the value is not base64, has no colon after decoding, or is missing after the scheme.',
    fix: 'Send Basic, one space, and base64 of client id, colon, client secret, on one line.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-146': {
    when: 'The client secret is wrong.',
    cause:
      'Usually the secret belongs to another app or environment, or was copied with a space or a quote.',
    fix: 'Copy client id and secret again, and check the server that you send to.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-151': {
    when: 'The Authorization scheme does not fit the endpoint: Bearer at the token endpoint, Basic at the API.',
    cause: 'Usually the program sends one header everywhere.',
    fix: 'Send Basic to the token and revocation endpoints, and Bearer to the API.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-152': {
    when: 'Implicit is tried with an app that does not have it.',
    cause: 'RingCentral took the flow out of the app settings in December 2022.',
    fix: 'Use authorization code with PKCE.',
    basis: 'observed',
    source: `${sources.probes}, without the text of the message`,
  },
  'OAU-153': {
    when: 'No app has this client id, or the id is empty.',
    cause:
      'Usually the client id is mistyped or belongs to another environment, or the Basic header decodes to nothing.',
    fix: 'Check the client id; if it is shown empty, check how your program makes the Basic header.',
    basis: 'observed',
    source: sources.recorded,
  },
  'OAU-164': {
    when: 'A token is revoked with the credentials of an app that it was not issued to.',
    cause: 'Usually two apps share a token store, or their settings are mixed.',
    fix: 'Revoke each token with the app that received it. Until then the token stays valid.',
    basis: 'stated',
    source: `${sources.changelog42}, for revocation; that it means another app’s token, its text and its status are inferred`,
  },
  'OAU-165': {
    when: "Credentials of RingCentral's former developer sandbox are sent to production.",
    cause: 'The app was made at platform.devtest.ringcentral.com.',
    fix: 'Make an app in the production console and use its client id and secret.',
    basis: 'observed',
    source: sources.widgets,
  },
  'OAU-167': {
    when: 'Only certain sites may use the account.',
    cause: 'Usually an administrator restricted where users may use the account.',
    fix: 'An administrator of the account has to allow the site that the request comes from.',
    basis: 'observed',
    source: sources.widgets,
  },
  'OAU-251': {
    when: 'The app settings do not give this grant.',
    cause:
      'Usually the program signs in with a password, which ended at RingCentral on 31 March 2024, or JWT is not chosen as the app’s auth method.',
    fix: 'Check the method in the Auth section of the app, or use a flow that the app has.',
    basis: 'observed',
    source: sources.issues,
  },
  'OAU-270': {
    when: 'client_credentials is tried by an app that is not a partner app.',
    cause: 'RingCentral gives this grant to trusted partners only.',
    fix: 'Use JWT for a job without a user.',
    basis: 'observed',
    source: `${sources.probes}, without the text of the message`,
  },
  'SANDBOX-CLIENT-1': {
    when: 'Basic and client_secret, or either with client_assertion, arrive together, even if both are right.',
    cause:
      'Usually a library adds the header while the program’s own code adds the body parameter.',
    fix: 'Keep the header and take client_secret out of the body.',
    basis: 'sandbox',
    source: 'RFC 6749 section 2.3',
  },
  'SANDBOX-CLIENT-2': {
    when: 'The two places name different apps.',
    cause: 'Usually the settings of two apps are mixed.',
    fix: 'Send one client id.',
    basis: 'sandbox',
    source: 'RFC 6749 section 3.2.1 leaves it open; AS-108. RingCentral was seen to answer OAU-153',
  },
  'SANDBOX-CLIENT-3': {
    when: 'A browser, mobile or desktop app presents a client secret.',
    cause: 'Usually code of a server app was copied into an app that cannot keep a secret.',
    fix: 'Send client_id in the body and no secret; PKCE protects the code.',
    basis: 'sandbox',
    source: 'RFC 9700 section 2.5; AS-115',
  },
  'SANDBOX-CLIENT-4': {
    when: 'A token request authenticates with client_assertion.',
    cause: 'The sandbox knows only Basic, client_secret in the body, and public clients.',
    fix: 'Use Authorization: Basic.',
    basis: 'sandbox',
    source: 'RFC 7523 section 2.2',
  },
};
